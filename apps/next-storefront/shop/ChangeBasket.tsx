'use client'

import Link from 'next/link'
import { startTransition, useOptimistic } from 'react'
import { BasketDetails, type BasketLine, setQuantity } from 'shop-kit'
import { changeQuantity } from './basket-actions.ts'
import { productLink } from './product-link.tsx'

export function ChangeBasket({ lines }: { lines: BasketLine[] }) {
  const [foreseen, foresee] = useOptimistic(lines, (lines, [id, quantity]: [string, number]) =>
    setQuantity(lines, id, quantity),
  )

  function change({ id }: BasketLine, quantity: number) {
    startTransition(async () => {
      foresee([id, quantity])
      await changeQuantity(id, quantity)
    })
  }

  return (
    <BasketDetails
      lines={foreseen}
      onChange={change}
      productLink={productLink}
      toShop={<Link href="/">Look around</Link>}
      toCheckout={
        <Link className="button" href="/checkout">
          Checkout
        </Link>
      }
    />
  )
}
