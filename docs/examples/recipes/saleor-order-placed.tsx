import { orderFragment, orderFromSaleor, type SaleorOrder } from 'ometria-adapters/saleor'
import { TrackOrderPlaced } from 'ometria-react'
import { orderUnlessRefused } from '../adapters/order-unless-refused.js'

/** For the view that shows a placed order. */
export const orderQuery = /* GraphQL */ `
  query ($id: ID!) { order(id: $id) { ...OmetriaOrder } }
  ${orderFragment}
`

export const TrackSaleorOrder = ({ order }: { order: SaleorOrder | undefined }) => (
  <TrackOrderPlaced order={order && orderUnlessRefused(() => orderFromSaleor(order))} />
)
