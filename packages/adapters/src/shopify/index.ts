export { cancelFromWebhook, type ShopifyCancelledOrder } from './cancel-from-webhook.js'
export { cartAttributes, type ShopifyNotedOrder, userFromWebhook } from './cart-visitor.js'
export {
  orderFragment,
  orderFromCustomerAccount,
  type ShopifyCustomerAccountOrder,
} from './order-from-customer-account.js'
export {
  orderFromStorefront,
  type ShopifyStorefrontOrder,
  storefrontOrderFragment,
} from './order-from-storefront.js'
export { orderFromWebhook, type ShopifyOrder } from './order-from-webhook.js'
export { returnFromRefundWebhook, type ShopifyRefund } from './return-from-refund-webhook.js'
