'use client'

import { type Order, OrderDetails } from 'shop-kit'
import { cancelOrder, returnOrderLine } from './order-actions.ts'
import { productLink } from './product-link.tsx'

export function ChangeOrder({ order }: { order: Order }) {
  return (
    <OrderDetails
      order={order}
      onCancel={() => cancelOrder(order.id)}
      onReturn={line => returnOrderLine(order.id, line.id)}
      productLink={productLink}
    />
  )
}
