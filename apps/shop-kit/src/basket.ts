import { type Variant, variantId } from './product.ts'
import { findProduct } from './products.ts'

export interface Basket {
  /** From the first line on, until it is bought. */
  id: string | null
  lines: BasketLine[]
}

export interface BasketLine extends Variant {
  /** The variant's id: a variant has one line. */
  id: string
  quantity: number
}

export function addToBasket(lines: BasketLine[], variant: Variant): BasketLine[] {
  const id = variantId(variant)
  const line = lines.find(line => line.id === id)
  return line ? setQuantity(lines, id, line.quantity + 1) : [...lines, { ...variant, id, quantity: 1 }]
}

export function setQuantity(lines: BasketLine[], id: string, quantity: number): BasketLine[] {
  return lines.map(line => (line.id === id ? { ...line, quantity } : line)).filter(line => line.quantity > 0)
}

export function countOf(lines: BasketLine[]): number {
  return lines.reduce((sum, line) => sum + line.quantity, 0)
}

/** The same basket with other lines. */
export const withLines = ({ id }: Basket, lines: BasketLine[]): Basket => ({
  id: id ?? crypto.randomUUID(),
  lines,
})

/** Where nothing was chosen since the last order. */
export const noBasket: Basket = { id: null, lines: [] }

export const packBasket = ({ id, lines }: Basket) => ({ id, lines: lines.map(packLine) })

export function unpackBasket(stored: unknown): Basket {
  const { id, lines } = Object(stored) as Record<string, unknown>
  return typeof id === 'string' && Array.isArray(lines) ? { id, lines: lines.flatMap(unpackLine) } : noBasket
}

/** What is stored of a line: the product itself may have changed by the next visit. */
export function packLine({ product, colour, size, quantity }: BasketLine) {
  return { productId: product.id, colourId: colour.id, size, quantity }
}

/** Reads a stored line back. Whatever the shop no longer sells, or never wrote, is no line. */
export function unpackLine(stored: unknown): BasketLine[] {
  const { productId, colourId, size, quantity } = Object(stored) as Record<string, unknown>
  const product = findProduct({ id: String(productId) })
  const colour = product?.colours.find(colour => colour.id === colourId)
  const known = product?.sizes.find(known => known === size)
  const sound = typeof quantity === 'number' && Number.isInteger(quantity) && quantity > 0
  if (!product || !colour || !known || !sound) return []
  const variant = { product, colour, size: known }
  return [{ ...variant, id: variantId(variant), quantity }]
}
