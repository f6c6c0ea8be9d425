import { type BasketLine, useTrackBasketLines } from 'ometria-react'
import { useState } from 'react'

/** A basket that is tracked by its lines. `saved` is what the shop's server has last said. */
export function Basket({ id, saved }: { id: string; saved: BasketLine[] }) {
  const [lines, setLines] = useState(saved)
  useTrackBasketLines(lines, { basketId: id })

  function change(product: string | number, by: number) {
    const changed = lines.map(line =>
      line.product_id === product ? { ...line, quantity: Number(line.quantity) + by } : line,
    )
    setLines(changed.filter(({ quantity }) => Number(quantity) > 0))
  }

  return (
    <ul>
      {lines.map(({ product_id, quantity }) => (
        <li key={product_id}>
          {quantity} × {product_id}
          <button type="button" onClick={() => change(product_id, 1)}>
            One more {product_id}
          </button>
          <button type="button" onClick={() => change(product_id, -1)}>
            One less {product_id}
          </button>
        </li>
      ))}
    </ul>
  )
}
