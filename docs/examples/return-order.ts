import { ometria } from './ometria-server.js'

interface Refund {
  id: string
  orderId: string
  items: { productId: string; quantity: number; refunded: number }[]
}

/** The refund's own id names the event, so that a second copy of it is known as one. */
export async function orderCameBack({ id, orderId, items }: Refund) {
  await ometria.track({
    scope: 'order',
    action: 'return',
    request_id: `refund-${id}`,
    data: {
      order_id: orderId,
      order_lines: items.map(item => ({
        product_id: item.productId,
        quantity: item.quantity,
        order_line_total: item.refunded,
      })),
    },
  })
}
