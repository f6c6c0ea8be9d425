'use server'

import { addToBasket, type packLine, setQuantity, unpackLine } from 'shop-kit'
import { readBasket, writeBasket } from './basket.ts'

/** Returns by how many there are more now. */
export async function addOne(choice: ReturnType<typeof packLine>): Promise<number> {
  // Whatever a browser sends: only what the shop sells goes in.
  const [line] = unpackLine(choice)
  if (!line) return 0
  await writeBasket(addToBasket(await readBasket(), line))
  return 1
}

/** Returns by how many there are more now or, below zero, fewer. */
export async function changeQuantity(id: string, quantity: number): Promise<number> {
  const lines = await readBasket()
  const line = lines.find(line => line.id === id)
  if (!line) return 0
  await writeBasket(setQuantity(lines, id, quantity))
  return quantity - line.quantity
}
