import { type Order, TrackOrderPlaced } from 'ometria-react'

interface PlacedOrder {
  number: string
  total: number
  tax: number
  shipping: number
  currency: string
  items: { productId: string; variantId: string; name: string; quantity: number; paid: number }[]
}

/** The shop's own order, in Ometria's words. */
function toOrder({ number, total, tax, shipping, currency, items }: PlacedOrder): Order {
  return {
    order_id: number,
    order_total: total,
    order_tax: tax,
    order_shipping: shipping,
    order_currency: currency,
    order_lines: items.map(item => ({
      product_id: item.productId,
      variant_id: item.variantId,
      product_name: item.name,
      quantity: item.quantity,
      order_line_total: item.paid,
    })),
  }
}

export function ConfirmationPage({ order }: { order: PlacedOrder | undefined }) {
  return (
    <>
      <h1>Thank you for your order</h1>
      <TrackOrderPlaced order={order && toOrder(order)} />
    </>
  )
}
