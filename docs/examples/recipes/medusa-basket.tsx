'use client'

import { useTrackBasketLines } from 'ometria-react'

/** What of Medusa's `HttpTypes.StoreCart` is read. */
interface Cart {
  id: string
  items?: { product_id?: string; quantity: number }[] | null
}

/** In src/app/[countryCode]/(main)/layout.tsx, inside of the provider, with what its `retrieveCart()` gives. */
export function TrackMedusaBasket({ cart }: { cart: Cart | null }) {
  const items = cart?.items ?? []
  useTrackBasketLines(
    items.flatMap(({ product_id, quantity }) => (product_id ? { product_id, quantity } : [])),
    { basketId: cart?.id },
  )
  return null
}
