export { orderFragment, orderFromVendure, type VendureOrder } from './order-from-vendure.js'
