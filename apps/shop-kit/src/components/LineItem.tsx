import { type ReactNode, useId } from 'react'
import { formatPrice } from '../money.ts'
import { ProductPicture } from './ProductPicture.tsx'

/** A line of a basket or an order: a picture, what it is, what it costs, and what can be done with it. */
export function LineItem({
  line,
  name,
  actions,
}: {
  line: { slug: string; colourId: string; variant: string; price: number; quantity: number }
  /** The name, in a link where there is somewhere to go. */
  name: ReactNode
  /** Told the id of the name, so that several buttons called the same can say what they are about. */
  actions?: (describedBy: string) => ReactNode
}) {
  const nameId = useId()
  return (
    <li className="line" aria-labelledby={nameId}>
      <ProductPicture slug={line.slug} colourId={line.colourId} alt="" eager />
      <div className="line-text">
        <p className="line-name" id={nameId}>
          {name}
        </p>
        <p className="muted">{line.variant}</p>
        {line.quantity > 1 && (
          <p className="muted">
            {line.quantity} × {formatPrice(line.price)}
          </p>
        )}
      </div>
      <p className="line-total">{formatPrice(line.price * line.quantity)}</p>
      {actions && <div className="line-actions">{actions(nameId)}</div>}
    </li>
  )
}
