import { type Line, numberOf } from './order-assembly.js'
import { withoutUndefined } from './without-undefined.js'

/** The data of an `order return`: what came back. Amounts are left out, since the order said them. */
export interface ReturnedOrder {
  order_id: string
  order_lines: {
    product_id: string
    product_name?: string | undefined
    variant_id?: string | undefined
    variant_sku?: string | undefined
    quantity: number
  }[]
}

export type ReturnedLine = Omit<Line, 'total' | 'unit_rrp' | 'product_sku'>

/** The return of these lines; `undefined` where none is of a product. */
export function returnOf(order_id: string, lines: ReturnedLine[]): ReturnedOrder | undefined {
  const order_lines = lines.flatMap(({ product_id, quantity, place, ...rest }) =>
    product_id === undefined
      ? []
      : [withoutUndefined({ product_id, ...rest, quantity: numberOf(quantity, place) })],
  )
  return order_lines.length > 0 ? { order_id, order_lines } : undefined
}
