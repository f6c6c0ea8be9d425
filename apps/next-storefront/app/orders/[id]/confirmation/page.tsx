import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { TrackOrderPlaced, TrackView } from 'ometria-react'
import { OrderLines, orderEvent, TotalsList } from 'shop-kit'
import { findOrder } from '../../../../shop/orders.ts'
import { productLink } from '../../../../shop/product-link.tsx'

export const metadata: Metadata = { title: 'Thank you' }

export default async function ConfirmationPage({ params }: { params: Promise<{ id: string }> }) {
  const order = (await findOrder((await params).id)) ?? notFound()
  return (
    <>
      <TrackView context={{ page: 'order-confirmation' }} />
      <TrackOrderPlaced order={orderEvent(order)} />
      <h1 tabIndex={-1}>Thank you, {order.customer.name}</h1>
      <p className="lead">
        Your order is <Link href={`/orders/${order.id}`}>{order.id}</Link>. In a real shop, a confirmation
        would now be on its way to {order.customer.email}.
      </p>
      <div className="with-summary">
        <OrderLines lines={order.lines} productLink={productLink} />
        <section className="summary" aria-label="Summary">
          <TotalsList totals={order} />
          <Link className="button" href={`/orders/${order.id}`}>
            View order
          </Link>
        </section>
      </div>
    </>
  )
}
