import { type CommercetoolsOrder, orderFromCommercetools } from 'ometria-adapters/commercetools'
import { TrackOrderPlaced } from 'ometria-react'
import { orderUnlessRefused } from '../adapters/order-unless-refused.js'

/** On the page that shows what `orders().post()` gave. */
export const TrackCommercetoolsOrder = ({ order, locale }: { order: CommercetoolsOrder; locale: string }) => (
  <TrackOrderPlaced order={orderUnlessRefused(() => orderFromCommercetools(order, { locale }))} />
)
