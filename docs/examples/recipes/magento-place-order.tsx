import { type MagentoGraphQLOrder, orderFragment, orderFromGraphQL } from 'ometria-adapters/magento'
import { TrackOrderPlaced } from 'ometria-react'
import { orderUnlessRefused } from '../adapters/order-unless-refused.js'

/** In place of the storefront's own mutation: it asks for the order that was placed, for guests too. */
export const placeOrder = /* GraphQL */ `
  mutation ($cartId: String!) {
    placeOrder(input: { cart_id: $cartId }) {
      orderV2 { ...OmetriaOrder }
      errors { code message }
    }
  }
  ${orderFragment}
`

/** On the confirmation page, with the mutation's `placeOrder.orderV2`. */
export const TrackMagentoOrder = ({ order }: { order: MagentoGraphQLOrder | undefined }) => (
  <TrackOrderPlaced order={order && orderUnlessRefused(() => orderFromGraphQL(order))} />
)
