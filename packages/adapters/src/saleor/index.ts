export { orderFragment, orderFromSaleor, type SaleorOrder } from './order-from-saleor.js'
