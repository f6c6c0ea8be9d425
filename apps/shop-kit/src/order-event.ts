import { currency } from './money.ts'
import type { Order, OrderLine } from './order.ts'

/**
 * An order as Ometria's reference spells it. Field by field, because the order itself holds a name and an address,
 * which are nobody's business but the shop's.
 */
export function orderEvent(order: Order) {
  return {
    order_id: order.id,
    order_total: order.total / 100,
    order_tax: order.tax / 100,
    order_shipping: order.shipping / 100,
    order_currency: currency,
    order_lines: order.lines.map(orderLineEvent),
  }
}

export function orderLineEvent(line: OrderLine) {
  return {
    product_id: line.productId,
    product_sku: line.productSku,
    product_name: line.name,
    variant_id: line.id,
    variant_sku: line.sku,
    quantity: line.quantity,
    unit_rrp: line.rrp / 100,
    order_line_total: (line.price * line.quantity) / 100,
  }
}
