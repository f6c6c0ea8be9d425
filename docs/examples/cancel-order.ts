import { ometria } from './ometria-server.js'

export async function orderWasCancelled(orderId: string) {
  await ometria.track({ scope: 'order', action: 'cancel', data: { order_id: orderId } })
}
