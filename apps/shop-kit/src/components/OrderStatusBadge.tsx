import { type Order, statusOf } from '../order.ts'

export function OrderStatusBadge({ order }: { order: Order }) {
  const status = statusOf(order)
  return <span className={`badge badge-${status.toLowerCase().replace(' ', '-')}`}>{status}</span>
}
