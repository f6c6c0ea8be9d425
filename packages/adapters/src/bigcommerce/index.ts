export { type BigCommerceCheckoutOrder, orderFromCheckout } from './order-from-checkout.js'
export { type BigCommerceProduct, type BigCommerceV2Order, orderFromV2 } from './order-from-v2.js'
