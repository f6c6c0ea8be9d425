'use server'

import { revalidatePath } from 'next/cache'
import { RedirectType, redirect } from 'next/navigation'
import {
  type Customer,
  findErrors,
  noBasket,
  orderLineEvent,
  placeOrder,
  returnLine,
  statusOf,
} from 'shop-kit'
import { reportOrder } from '../tracking/report-order.ts'
import { readBasket, writeBasket } from './basket.ts'
import { addOrder, changeOrder, findOrder } from './orders.ts'

export async function orderBasket(customer: Customer) {
  const { lines } = await readBasket()
  // The form asks for what is missing. A request that goes round the form gets nothing.
  if (lines.length === 0 || Object.keys(findErrors(customer)).length > 0) return
  const order = placeOrder(lines, customer)
  await addOrder(order)
  await writeBasket(noBasket)
  // Back from the confirmation leads to the basket, not to a form that was sent.
  redirect(`/orders/${order.id}/confirmation`, RedirectType.replace)
}

export async function cancelOrder(id: string) {
  const order = await findOrder(id)
  if (!order || statusOf(order) !== 'Placed') return
  await changeOrder({ ...order, cancelled: true })
  await reportOrder({ scope: 'order', action: 'cancel', data: { order_id: id } })
  revalidatePath('/orders', 'layout')
}

export async function returnOrderLine(id: string, lineId: string) {
  const order = await findOrder(id)
  const line = order?.lines.find(line => line.id === lineId && !line.returned)
  if (!order || !line || order.cancelled) return
  await changeOrder(returnLine(order, lineId))
  await reportOrder({
    scope: 'order',
    action: 'return',
    data: { order_id: id, order_lines: [orderLineEvent(line)] },
  })
  revalidatePath('/orders', 'layout')
}
