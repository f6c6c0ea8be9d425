'use client'

import { type ReactNode, useState } from 'react'
import type { BasketLine } from '../basket.ts'
import { focusHeading } from '../focus-heading.ts'
import { type Product, variantName } from '../product.ts'
import { totalsOf } from '../totals.ts'
import { LineItem } from './LineItem.tsx'
import { QuantityStepper } from './QuantityStepper.tsx'
import { TotalsList } from './TotalsList.tsx'

/** What is in the basket, which can be more, less or nothing. */
export function BasketDetails({
  lines,
  onChange,
  productLink,
  toShop,
  toCheckout,
}: {
  lines: BasketLine[]
  /** 0 takes the line out. */
  onChange: (line: BasketLine, quantity: number) => void
  productLink: (product: Product) => ReactNode
  toShop: ReactNode
  toCheckout: ReactNode
}) {
  const [said, say] = useState('')

  function remove(line: BasketLine) {
    onChange(line, 0)
    say(`Removed: ${line.product.name}`)
    focusHeading()
  }

  return (
    <>
      <p className="visually-hidden" role="status">
        {said}
      </p>
      {lines.length === 0 ? (
        <p className="empty">There is nothing in your basket yet. {toShop}</p>
      ) : (
        <div className="with-summary">
          <ul className="lines">
            {lines.map(line => (
              <LineItem
                key={line.id}
                line={shown(line)}
                name={productLink(line.product)}
                actions={describedBy => (
                  <>
                    <QuantityStepper
                      of={line.product.name}
                      quantity={line.quantity}
                      onChange={quantity => onChange(line, quantity)}
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
            {toCheckout}
          </section>
        </div>
      )}
    </>
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
