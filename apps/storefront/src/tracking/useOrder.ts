import { useTrackOrder } from 'ometria-react'
import { type OrderLine, orderLineEvent, returnLine } from 'shop-kit'
import { orderStore } from '../stores/order-store.js'
import { useStored } from '../stores/stored.js'

/** An order, and what a shopper can do with it; Ometria hears of a cancellation and of each return. */
export function useOrder(id: string | undefined) {
  const order = useStored(orderStore).find(order => order.id === id)
  const { mutate } = useTrackOrder()
  if (!order) return undefined

  const { id: order_id } = order
  return {
    order,
    cancel() {
      orderStore.change(order_id, order => ({ ...order, cancelled: true }))
      mutate({ action: 'cancel', data: { order_id } })
    },
    returnLine(line: OrderLine) {
      orderStore.change(order_id, order => returnLine(order, line.id))
      mutate({ action: 'return', data: { order_id, order_lines: [orderLineEvent(line)] } })
    },
  }
}
