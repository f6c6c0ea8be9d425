import { Link, useNavigate } from 'react-router'
import { BasketSummary, CheckoutForm, type Customer, placeOrder } from 'shop-kit'
import { Page } from '../Page.js'
import { orderStore } from '../stores/order-store.js'
import { useBasket } from '../stores/useBasket.js'

export function CheckoutPage() {
  const { lines, empty } = useBasket()
  const navigate = useNavigate()

  function place(customer: Customer) {
    const order = placeOrder(lines, customer)
    orderStore.add(order)
    empty()
    // Back from the confirmation leads to the basket, not to a form that was sent.
    navigate(`/orders/${order.id}/confirmation`, { replace: true })
  }

  return (
    <Page title="Checkout" context={{ page: 'checkout' }}>
      <h1 tabIndex={-1}>Checkout</h1>
      {lines.length === 0 ? (
        <p className="empty">
          There is nothing to order yet. <Link to="/">Look around</Link>
        </p>
      ) : (
        <div className="with-summary">
          <CheckoutForm onPlace={place} />
          <BasketSummary lines={lines} />
        </div>
      )}
    </Page>
  )
}
