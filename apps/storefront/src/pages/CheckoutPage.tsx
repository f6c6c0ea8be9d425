import { Link, useNavigate } from 'react-router'
import {
  CheckoutForm,
  type Customer,
  formatPrice,
  placeOrder,
  TotalsList,
  totalsOf,
  variantName,
} from 'shop-kit'
import { Page } from '../Page.js'
import { orderStore } from '../stores/order-store.js'
import { useBasket } from '../tracking/useBasket.js'

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
          <section className="summary" aria-label="Your order">
            <ul className="summary-lines">
              {lines.map(line => (
                <li key={line.id}>
                  <span>
                    {line.quantity} × {line.product.name}, {variantName(line)}
                  </span>
                  <span>{formatPrice(line.quantity * line.product.price)}</span>
                </li>
              ))}
            </ul>
            <TotalsList
              totals={totalsOf(lines.map(({ quantity, product: { price } }) => ({ quantity, price })))}
            />
          </section>
        </div>
      )}
    </Page>
  )
}
