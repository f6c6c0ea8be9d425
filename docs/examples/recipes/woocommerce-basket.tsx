import { useTrackBasketLines } from 'ometria-react'

/** What of the Store API's `/wp-json/wc/store/v1/cart` is read. */
interface Cart {
  items: { sku: string; quantity: number }[]
}

/**
 * With the cart as WooCommerce answered it; `undefined` until it is loaded. A cart has no id: `basketId` is the shop's own
 * count of the orders of this browser, raised when one is placed.
 */
export function TrackWooCommerceBasket({ cart, orders }: { cart: Cart | undefined; orders: number }) {
  useTrackBasketLines(
    cart?.items.map(({ sku, quantity }) => ({ product_id: sku, quantity })),
    { basketId: String(orders) },
  )
  return null
}
