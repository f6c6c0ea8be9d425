export { type Ga4Event, type Ga4Purchase, orderFromPurchase } from './order-from-purchase.js'
