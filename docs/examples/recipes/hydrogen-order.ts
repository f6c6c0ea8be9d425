import {
  orderFragment,
  orderFromCustomerAccount,
  type ShopifyCustomerAccountOrder,
} from 'ometria-adapters/shopify'
import { orderUnlessRefused } from '../adapters/order-unless-refused.js'

const query = /* GraphQL */ `
  query ($orderId: ID!) { order(id: $orderId) { ...OmetriaOrder } }
  ${orderFragment}
`

/** What of Hydrogen's client is used: `context.customerAccount`. */
interface CustomerAccount {
  query(
    query: string,
    options: { variables: { orderId: string } },
  ): Promise<{ data?: { order?: ShopifyCustomerAccountOrder | null } | undefined }>
}

/** In a loader, for a customer who is logged in. */
export async function loadOrder(customerAccount: CustomerAccount, orderId: string) {
  const { data } = await customerAccount.query(query, { variables: { orderId } })
  const order = data?.order
  return order ? orderUnlessRefused(() => orderFromCustomerAccount(order)) : undefined
}
