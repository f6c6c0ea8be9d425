import { formatPrice } from '../money.ts'

export function Price({ price, rrp }: { price: number; rrp?: number | undefined }) {
  if (rrp === undefined) return <span className="price">{formatPrice(price)}</span>
  return (
    <span className="price reduced">
      <ins>
        <span className="visually-hidden">Now </span>
        {formatPrice(price)}
      </ins>{' '}
      <del>
        <span className="visually-hidden">Before </span>
        {formatPrice(rrp)}
      </del>
    </span>
  )
}
