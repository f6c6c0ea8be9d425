import { useState } from 'react'
import { useParams } from 'react-router'
import { formatDate, OrderStatusBadge, statusOf, TotalsList } from 'shop-kit'
import { OrderLines } from '../OrderLines.js'
import { Page } from '../Page.js'
import { useOrder } from '../tracking/useOrder.js'
import { focusHeading } from '../usePageFocus.js'
import { NotFoundPage } from './NotFoundPage.js'

export function OrderPage() {
  const found = useOrder(useParams().id)
  const [said, say] = useState('')
  if (!found) return <NotFoundPage />
  const { order, cancel, returnLine } = found
  const { customer } = order

  function done(what: string) {
    say(what)
    // The button that had the focus is gone.
    focusHeading()
  }

  return (
    <Page title={`Order ${order.id}`} context={{ page: 'order' }}>
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
          actions={(line, describedBy) =>
            line.returned ? (
              <span className="muted">Returned</span>
            ) : (
              !order.cancelled && (
                <button
                  type="button"
                  className="button-quiet"
                  aria-describedby={describedBy}
                  onClick={() => {
                    returnLine(line)
                    done(`Returned: ${line.name}`)
                  }}
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
            <button
              type="button"
              className="button-quiet"
              onClick={() => {
                cancel()
                done('Your order is cancelled.')
              }}
            >
              Cancel order
            </button>
          )}
        </section>
      </div>
    </Page>
  )
}
