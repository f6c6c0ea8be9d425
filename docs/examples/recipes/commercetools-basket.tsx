import { useTrackBasketLines } from 'ometria-react'

/** What of commercetools' `Cart` is read. */
interface Cart {
  id: string
  lineItems: { productId: string; quantity: number }[]
}

/** With the shopper's active cart as commercetools answered it; `null` where there is none, `undefined` until that is known. */
export function TrackCommercetoolsBasket({ cart }: { cart: Cart | null | undefined }) {
  const items = cart === null ? [] : cart?.lineItems
  useTrackBasketLines(
    items?.map(({ productId, quantity }) => ({ product_id: productId, quantity })),
    { basketId: cart?.id },
  )
  return null
}
