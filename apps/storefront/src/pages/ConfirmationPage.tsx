import { TrackOrderPlaced } from 'ometria-react'
import { Link, useParams } from 'react-router'
import { OrderLines, orderEvent, TotalsList } from 'shop-kit'
import { Page } from '../Page.js'
import { productLink } from '../product-link.js'
import { useOrder } from '../tracking/useOrder.js'
import { NotFoundPage } from './NotFoundPage.js'

export function ConfirmationPage() {
  const order = useOrder(useParams().id)?.order
  if (!order) return <NotFoundPage />
  return (
    <Page title="Thank you" context={{ page: 'order-confirmation' }}>
      <TrackOrderPlaced order={orderEvent(order)} />
      <h1 tabIndex={-1}>Thank you, {order.customer.name}</h1>
      <p className="lead">
        Your order is <Link to={`/orders/${order.id}`}>{order.id}</Link>. In a real shop, a confirmation would
        now be on its way to {order.customer.email}.
      </p>
      <div className="with-summary">
        <OrderLines lines={order.lines} productLink={productLink} />
        <section className="summary" aria-label="Summary">
          <TotalsList totals={order} />
          <Link className="button" to={`/orders/${order.id}`}>
            View order
          </Link>
        </section>
      </div>
    </Page>
  )
}
