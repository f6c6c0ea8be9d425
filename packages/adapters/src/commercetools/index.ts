export { type CommercetoolsOrder, orderFromCommercetools } from './order-from-commercetools.js'
