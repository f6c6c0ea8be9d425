import { orderFromStoreApi, type WooCommerceStoreOrder } from 'ometria-adapters/woocommerce'
import { TrackOrderPlaced } from 'ometria-react'
import { orderUnlessRefused } from '../adapters/order-unless-refused.js'

type StoreOrder = WooCommerceStoreOrder & { items: { sku: string }[] }

/** On the page after checkout, with /wp-json/wc/store/v1/order/ID?key=…&billing_email=… */
export const TrackWooCommerceOrder = ({ order }: { order: StoreOrder | undefined }) => (
  <TrackOrderPlaced order={order && orderUnlessRefused(() => placed(order))} />
)

/** Items don't say which product they are: here Ometria knows products by their SKU. */
const placed = (order: StoreOrder) =>
  orderFromStoreApi(order, { productId: line => ('sku' in line ? line.sku : undefined) })
