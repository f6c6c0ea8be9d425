import { useTrackBasketLines } from 'ometria-react'

/** What of Hydrogen's cart is read: `id`, and of each line its quantity and its product. */
interface Cart {
  id: string
  lines: { nodes: { quantity: number; merchandise: { product: { id: string } } }[] }
}

/** In root.tsx, inside of the provider, in `<Await resolve={data.cart}>`: the loader's own cart, not that of `useOptimisticCart`. */
export function TrackHydrogenBasket({ cart }: { cart: Cart | null }) {
  const lines = cart?.lines.nodes ?? []
  useTrackBasketLines(
    lines.map(({ quantity, merchandise }) => ({ product_id: numberOf(merchandise.product.id), quantity })),
    { basketId: cart?.id },
  )
  return null
}

/** `gid://shopify/Product/123` → `123`, as the order names its products. */
const numberOf = (id: string) => id.slice(id.lastIndexOf('/') + 1)
