import { useState } from 'react'
import { Link } from 'react-router'
import { type BasketLine, LineItem, QuantityStepper, TotalsList, totalsOf, variantName } from 'shop-kit'
import { Page } from '../Page.js'
import { useBasket } from '../tracking/useBasket.js'
import { focusHeading } from '../usePageFocus.js'

export function BasketPage() {
  const { lines, change } = useBasket()
  const [said, say] = useState('')

  function remove(line: BasketLine) {
    change(line, 0)
    say(`Removed: ${line.product.name}`)
    // The button that had the focus is gone.
    focusHeading()
  }

  return (
    <Page title="Basket" context={{ page: 'basket' }}>
      <h1 tabIndex={-1}>Basket</h1>
      <p className="visually-hidden" role="status">
        {said}
      </p>
      {lines.length === 0 ? (
        <p className="empty">
          There is nothing in your basket yet. <Link to="/">Look around</Link>
        </p>
      ) : (
        <div className="with-summary">
          <ul className="lines">
            {lines.map(line => (
              <LineItem
                key={line.id}
                line={shown(line)}
                name={<Link to={`/products/${line.product.slug}`}>{line.product.name}</Link>}
                actions={describedBy => (
                  <>
                    <QuantityStepper
                      of={line.product.name}
                      quantity={line.quantity}
                      onChange={quantity => change(line, quantity)}
                    />
                    <button
                      type="button"
                      className="button-quiet"
                      aria-describedby={describedBy}
                      onClick={() => remove(line)}
                    >
                      Remove
                    </button>
                  </>
                )}
              />
            ))}
          </ul>
          <section className="summary" aria-label="Summary">
            <TotalsList totals={totalsOf(lines.map(shown))} />
            <Link className="button" to="/checkout">
              Checkout
            </Link>
          </section>
        </div>
      )}
    </Page>
  )
}

function shown(line: BasketLine) {
  const { product, colour, quantity } = line
  return {
    slug: product.slug,
    colourId: colour.id,
    variant: variantName(line),
    price: product.price,
    quantity,
  }
}
