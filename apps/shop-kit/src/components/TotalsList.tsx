import { formatPrice } from '../money.ts'
import { freeShippingFrom, type Totals } from '../totals.ts'

export function TotalsList({ totals }: { totals: Totals }) {
  const missing = freeShippingFrom - totals.subtotal
  return (
    <>
      <dl className="totals">
        <div>
          <dt>Subtotal</dt>
          <dd>{formatPrice(totals.subtotal)}</dd>
        </div>
        <div>
          <dt>Shipping</dt>
          <dd>{totals.shipping === 0 ? 'Free' : formatPrice(totals.shipping)}</dd>
        </div>
        <div className="totals-total">
          <dt>Total</dt>
          <dd>{formatPrice(totals.total)}</dd>
        </div>
      </dl>
      <p className="muted">
        Includes {formatPrice(totals.tax)} VAT.
        {totals.shipping > 0 && ` Shipping is free for ${formatPrice(missing)} more.`}
      </p>
    </>
  )
}
