'use client'

import { type ReactNode, useState } from 'react'
import { formatDate } from '../date.ts'
import { focusHeading } from '../focus-heading.ts'
import { type Order, type OrderLine, statusOf } from '../order.ts'
import { OrderLines } from './OrderLines.tsx'
import { OrderStatusBadge } from './OrderStatusBadge.tsx'
import { TotalsList } from './TotalsList.tsx'

/** An order, which can be cancelled as a whole or come back in part. */
export function OrderDetails({
  order,
  onCancel,
  onReturn,
  productLink,
}: {
  order: Order
  onCancel: () => void | Promise<void>
  onReturn: (line: OrderLine) => void | Promise<void>
  productLink: (line: OrderLine) => ReactNode
}) {
  const [said, say] = useState('')
  const { customer } = order

  async function cancel() {
    await onCancel()
    say('Your order is cancelled.')
    focusHeading()
  }

  async function returnLine(line: OrderLine) {
    await onReturn(line)
    say(`Returned: ${line.name}`)
    focusHeading()
  }

  return (
    <>
      <h1 tabIndex={-1}>Order {order.id}</h1>
      <p className="lead">
        {formatDate(order.placedAt)} <OrderStatusBadge order={order} />
      </p>
      <p className="visually-hidden" role="status">
        {said}
      </p>
      <div className="with-summary">
        <OrderLines
          lines={order.lines}
          productLink={productLink}
          actions={(line, describedBy) =>
            line.returned ? (
              <span className="muted">Returned</span>
            ) : (
              !order.cancelled && (
                <button
                  type="button"
                  className="button-quiet"
                  aria-describedby={describedBy}
                  onClick={() => returnLine(line)}
                >
                  Return
                </button>
              )
            )
          }
        />
        <section className="summary" aria-label="Summary">
          <TotalsList totals={order} />
          <address>
            {customer.name}
            <br />
            {customer.address}
            <br />
            {customer.town} {customer.postcode}
          </address>
          {statusOf(order) === 'Placed' && (
            <button type="button" className="button-quiet" onClick={cancel}>
              Cancel order
            </button>
          )}
        </section>
      </div>
    </>
  )
}
