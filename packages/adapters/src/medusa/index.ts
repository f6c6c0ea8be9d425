export { type MedusaOrder, orderFromMedusa } from './order-from-medusa.js'
