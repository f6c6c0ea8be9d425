import type { Metadata } from 'next'
import Link from 'next/link'
import { TrackView } from 'ometria-react'
import { BasketSummary, CheckoutForm } from 'shop-kit'
import { readBasket } from '../../shop/basket.ts'
import { orderBasket } from '../../shop/order-actions.ts'

export const metadata: Metadata = { title: 'Checkout' }

export default async function CheckoutPage() {
  const { lines } = await readBasket()
  return (
    <>
      <TrackView context={{ page: 'checkout' }} />
      <h1 tabIndex={-1}>Checkout</h1>
      {lines.length === 0 ? (
        <p className="empty">
          There is nothing to order yet. <Link href="/">Look around</Link>
        </p>
      ) : (
        <div className="with-summary">
          <CheckoutForm onPlace={orderBasket} />
          <BasketSummary lines={lines} />
        </div>
      )}
    </>
  )
}
