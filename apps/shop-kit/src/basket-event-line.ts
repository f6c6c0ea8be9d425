import type { BasketLine } from './basket.ts'

/** A line of the basket as Ometria knows it: a product, whatever its colour and size. */
export const basketEventLine = ({ product, quantity }: BasketLine) => ({ product_id: product.id, quantity })
