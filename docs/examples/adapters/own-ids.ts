import { orderFromRest, type WooCommerceOrder } from 'ometria-adapters/woocommerce'

type ShopOrder = WooCommerceOrder & { number: string }

/** For an account that knows orders by their number, products by their SKU, and gift wrap as a product of its own. */
export const orderOf = (order: ShopOrder) =>
  orderFromRest(order, {
    orderId: order => order.number,
    productId: line => ('sku' in line ? line.sku : 'gift-wrap'),
  })
