import { Link } from 'react-router'
import { formatDate, formatPrice, OrderStatusBadge } from 'shop-kit'
import { Page } from '../Page.js'
import { orderStore } from '../stores/order-store.js'
import { useStored } from '../stores/stored.js'

export function OrdersPage() {
  const orders = useStored(orderStore)
  return (
    <Page title="Orders" context={{ page: 'orders' }}>
      <h1 tabIndex={-1}>Orders</h1>
      {orders.length === 0 ? (
        <p className="empty">
          You have not ordered anything yet. <Link to="/">Look around</Link>
        </p>
      ) : (
        <ul className="orders">
          {orders.map(order => (
            <li key={order.id}>
              <Link to={`/orders/${order.id}`}>{order.id}</Link>
              <span className="muted">{formatDate(order.placedAt)}</span>
              <OrderStatusBadge order={order} />
              <span className="orders-total">{formatPrice(order.total)}</span>
            </li>
          ))}
        </ul>
      )}
    </Page>
  )
}
