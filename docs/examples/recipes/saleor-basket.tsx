'use client'

import { useTrackBasketLines } from 'ometria-react'

/** What of Saleor's `Checkout` is read: ask for `id lines { quantity variant { product { id } } }`. */
interface Checkout {
  id: string
  lines: { quantity: number; variant: { product: { id: string } } }[]
}

/** With the checkout that the channel's cookie names; `null` where there is none. */
export function TrackSaleorBasket({ checkout }: { checkout: Checkout | null }) {
  const lines = checkout?.lines ?? []
  useTrackBasketLines(
    lines.map(({ quantity, variant }) => ({ product_id: variant.product.id, quantity })),
    { basketId: checkout?.id },
  )
  return null
}
