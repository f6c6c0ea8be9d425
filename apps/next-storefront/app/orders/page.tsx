import type { Metadata } from 'next'
import Link from 'next/link'
import { TrackView } from 'ometria-react'
import { formatDate, formatPrice, OrderStatusBadge } from 'shop-kit'
import { readOrders } from '../../shop/orders.ts'

export const metadata: Metadata = { title: 'Orders' }

export default async function OrdersPage() {
  const orders = await readOrders()
  return (
    <>
      <TrackView context={{ page: 'orders' }} />
      <h1 tabIndex={-1}>Orders</h1>
      {orders.length === 0 ? (
        <p className="empty">
          You have not ordered anything yet. <Link href="/">Look around</Link>
        </p>
      ) : (
        <ul className="orders">
          {orders.map(order => (
            <li key={order.id}>
              <Link href={`/orders/${order.id}`}>{order.id}</Link>
              <span className="muted">{formatDate(order.placedAt)}</span>
              <OrderStatusBadge order={order} />
              <span className="orders-total">{formatPrice(order.total)}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
