import type { BasketLine } from './basket.ts'
import type { Customer } from './customer.ts'
import { variantName, variantSku } from './product.ts'
import { type Totals, totalsOf } from './totals.ts'

/** What was bought, as it was on that day: neither a new price nor a new name changes it. */
export interface Order extends Totals {
  id: string
  /** ISO 8601 */
  placedAt: string
  customer: Customer
  lines: OrderLine[]
  cancelled: boolean
}

export interface OrderLine {
  /** The variant's id. */
  id: string
  sku: string
  productId: string
  productSku: string
  slug: string
  colourId: string
  name: string
  variant: string
  price: number
  /** What one costs where nothing is reduced. */
  rrp: number
  quantity: number
  returned: boolean
}

export function placeOrder(basket: BasketLine[], customer: Customer, at = new Date()): Order {
  const lines = basket.map(({ id, product, quantity, ...choice }): OrderLine => {
    const variant = { product, ...choice }
    return {
      id,
      sku: variantSku(variant),
      productId: product.id,
      productSku: product.sku,
      slug: product.slug,
      colourId: choice.colour.id,
      name: product.name,
      variant: variantName(variant),
      price: product.price,
      rrp: product.rrp ?? product.price,
      quantity,
      returned: false,
    }
  })
  return {
    id: orderId(at),
    placedAt: at.toISOString(),
    customer,
    lines,
    cancelled: false,
    ...totalsOf(lines),
  }
}

export function returnLine(order: Order, lineId: string): Order {
  return {
    ...order,
    lines: order.lines.map(line => (line.id === lineId ? { ...line, returned: true } : line)),
  }
}

/** Tells an order from whatever else may be found in a shopper's storage. */
export function isOrder(found: unknown): found is Order {
  const { id, placedAt, customer, lines, total } = Object(found) as Partial<Order>
  return (
    typeof id === 'string' &&
    typeof total === 'number' &&
    !Number.isNaN(Date.parse(String(placedAt))) &&
    typeof customer?.name === 'string' &&
    Array.isArray(lines) &&
    lines.every(line => line?.name && line.price > 0 && line.quantity > 0)
  )
}

export type OrderStatus = 'Placed' | 'Cancelled' | 'Partly returned' | 'Returned'

export function statusOf({ cancelled, lines }: Order): OrderStatus {
  if (cancelled) return 'Cancelled'
  if (lines.every(line => line.returned)) return 'Returned'
  return lines.some(line => line.returned) ? 'Partly returned' : 'Placed'
}

// Without 0, O, 1 and I, which are hard to tell apart on the telephone.
const letters = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'

/** `DM-20261123-4F7K`: the day, and four letters drawn by lot. */
function orderId(at: Date): string {
  const lot = Array.from(crypto.getRandomValues(new Uint8Array(4)), byte => letters[byte % letters.length])
  return `DM-${at.toISOString().slice(0, 10).replaceAll('-', '')}-${lot.join('')}`
}
