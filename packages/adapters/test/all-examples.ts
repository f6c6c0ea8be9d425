import { checkoutOrders } from './bigcommerce/checkout-orders.js'
import { v2Orders } from './bigcommerce/v2-orders.js'
import { orders as commercetools } from './commercetools/orders.js'
import type { Example } from './example.js'
import { purchases } from './ga4/purchases.js'
import { graphqlOrders } from './magento/graphql-orders.js'
import { restOrders as magentoRestOrders } from './magento/rest-orders.js'
import { orders as medusa } from './medusa/orders.js'
import { orders as saleor } from './saleor/orders.js'
import { orders as salesforce } from './salesforce/orders.js'
import { customerAccountOrders } from './shopify/customer-account-orders.js'
import { storefrontOrders } from './shopify/storefront-orders.js'
import { webhookOrders } from './shopify/webhook-orders.js'
import { orders as vendure } from './vendure/orders.js'
import { restOrders as wooRestOrders } from './woocommerce/rest-orders.js'
import { storeApiOrders } from './woocommerce/store-api-orders.js'

/** Every example, by the document that it is of. */
export const allExamples: Record<string, Example[]> = {
  'Shopify, webhook': webhookOrders,
  'Shopify, Customer Account API': customerAccountOrders,
  'Shopify, Storefront API': storefrontOrders,
  'WooCommerce, REST': wooRestOrders,
  'WooCommerce, Store API': storeApiOrders,
  'BigCommerce, V2': v2Orders,
  'BigCommerce, checkout': checkoutOrders,
  'Magento, REST': magentoRestOrders,
  'Magento, GraphQL': graphqlOrders,
  commercetools,
  'Medusa v2': medusa,
  Saleor: saleor,
  'Salesforce, SCAPI': salesforce,
  Vendure: vendure,
  GA4: purchases,
}
