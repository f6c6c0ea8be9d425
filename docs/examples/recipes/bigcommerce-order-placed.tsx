import { type BigCommerceCheckoutOrder, orderFromCheckout } from 'ometria-adapters/bigcommerce'
import { TrackOrderPlaced } from 'ometria-react'
import { orderUnlessRefused } from '../adapters/order-unless-refused.js'

/** In your own checkout, with what the Checkout SDK's `getState().data.getOrder()` gives; `undefined` until it is loaded. */
export const TrackBigCommerceOrder = ({ order }: { order: BigCommerceCheckoutOrder | undefined }) => (
  <TrackOrderPlaced order={order && orderUnlessRefused(() => orderFromCheckout(order))} />
)
