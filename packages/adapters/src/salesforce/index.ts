export { orderFromScapi, type SalesforceOrder } from './order-from-scapi.js'
