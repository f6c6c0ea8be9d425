import { useTrackBasketLines } from 'ometria-react'

/** What the storefront's query of the cart has to ask for. */
export const basketFragment = /* GraphQL */ `
  fragment OmetriaBasket on Cart {
    id
    itemsV2(pageSize: 100) { items { quantity product { uid } } }
  }
`

interface Cart {
  id: string
  itemsV2: { items: ({ quantity: number; product: { uid: string } } | null)[] } | null
}

/** With the cart as the server answered it; `undefined` until it is loaded. */
export function TrackMagentoBasket({ cart }: { cart: Cart | undefined }) {
  const items = cart?.itemsV2?.items.filter(item => item !== null)
  useTrackBasketLines(
    items?.map(({ quantity, product }) => ({ product_id: atob(product.uid), quantity })),
    { basketId: cart?.id },
  )
  return null
}
