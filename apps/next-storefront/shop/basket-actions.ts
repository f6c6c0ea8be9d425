'use server'

import { addToBasket, type packLine, setQuantity, unpackLine, withLines } from 'shop-kit'
import { readBasket, writeBasket } from './basket.ts'

export async function addOne(choice: ReturnType<typeof packLine>) {
  // Whatever a browser sends: only what the shop sells goes in.
  const [line] = unpackLine(choice)
  if (!line) return
  const basket = await readBasket()
  await writeBasket(withLines(basket, addToBasket(basket.lines, line)))
}

export async function changeQuantity(id: string, quantity: number) {
  const basket = await readBasket()
  await writeBasket(withLines(basket, setQuantity(basket.lines, id, quantity)))
}
