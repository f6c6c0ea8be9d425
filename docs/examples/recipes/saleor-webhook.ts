import { orderFragment, orderFromSaleor, type SaleorOrder } from 'ometria-adapters/saleor'
import { ometria } from '../ometria-server.js'

/** What the webhook ORDER_CONFIRMED of your Saleor app asks for. */
export const orderConfirmed = /* GraphQL */ `
  subscription { event { ... on OrderConfirmed { order { ...OmetriaOrder } } } }
  ${orderFragment}
`

/** With its payload, behind the signature check of @saleor/app-sdk (SaleorAsyncWebhook). */
export const trackConfirmed = ({ order }: { order: SaleorOrder }) =>
  ometria.track({ scope: 'order', action: 'add', data: orderFromSaleor(order) })
