import type { BasketLine } from '../basket.ts'
import { formatPrice } from '../money.ts'
import { variantName } from '../product.ts'
import { totalsOf } from '../totals.ts'
import { TotalsList } from './TotalsList.tsx'

/** What is about to be ordered. */
export function BasketSummary({ lines }: { lines: BasketLine[] }) {
  return (
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
      <TotalsList totals={totalsOf(lines.map(({ quantity, product: { price } }) => ({ quantity, price })))} />
    </section>
  )
}
