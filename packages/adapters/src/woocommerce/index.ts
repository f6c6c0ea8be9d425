export { orderFromRest, type WooCommerceOrder } from './order-from-rest.js'
export { orderFromStoreApi, type WooCommerceStoreOrder } from './order-from-store-api.js'
