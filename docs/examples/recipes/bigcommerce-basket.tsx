'use client'

import { useTrackBasketLines } from 'ometria-react'

interface Item {
  productEntityId: number
  quantity: number
}

/** What of the GraphQL Storefront API's `site.cart` is read. */
interface Cart {
  entityId: string
  lineItems: { physicalItems: Item[]; digitalItems: Item[] }
}

/** With the cart as the server rendered it; `null` where there is none. */
export function TrackBigCommerceBasket({ cart }: { cart: Cart | null }) {
  const items = cart ? [...cart.lineItems.physicalItems, ...cart.lineItems.digitalItems] : []
  useTrackBasketLines(
    items.map(({ productEntityId, quantity }) => ({ product_id: productEntityId, quantity })),
    { basketId: cart?.entityId },
  )
  return null
}
