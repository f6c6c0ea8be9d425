import { randomUUID } from 'node:crypto'
import { cookies } from 'next/headers'
import type { Order } from 'shop-kit'

/** Every shopper's orders, the newest first. A demo has no database: they last as long as its server. */
const orders = new Map<string, Order[]>()

const shopper = 'dimity.shopper'
const month = 30 * 24 * 60 * 60

/** This shopper's, and nobody else's. */
export async function readOrders(): Promise<Order[]> {
  const id = (await cookies()).get(shopper)?.value
  return (id && orders.get(id)) || []
}

export async function findOrder(id: string): Promise<Order | undefined> {
  return (await readOrders()).find(order => order.id === id)
}

export async function addOrder(order: Order) {
  const jar = await cookies()
  const id = jar.get(shopper)?.value ?? randomUUID()
  jar.set(shopper, id, { maxAge: month, httpOnly: true, sameSite: 'lax' })
  orders.set(id, [order, ...(orders.get(id) ?? [])])
}

export async function changeOrder(changed: Order) {
  const id = (await cookies()).get(shopper)?.value
  const changes = (await readOrders()).map(order => (order.id === changed.id ? changed : order))
  if (id) orders.set(id, changes)
}
