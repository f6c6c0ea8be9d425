import { Link } from 'react-router'
import { BasketDetails } from 'shop-kit'
import { Page } from '../Page.js'
import { productLink } from '../product-link.js'
import { useBasket } from '../stores/useBasket.js'

export function BasketPage() {
  const { lines, change } = useBasket()
  return (
    <Page title="Basket" context={{ page: 'basket' }}>
      <h1 tabIndex={-1}>Basket</h1>
      <BasketDetails
        lines={lines}
        onChange={change}
        productLink={productLink}
        toShop={<Link to="/">Look around</Link>}
        toCheckout={
          <Link className="button" to="/checkout">
            Checkout
          </Link>
        }
      />
    </Page>
  )
}
