import { isOrder, type Order } from 'shop-kit'
import { stored } from './stored.js'

const orders = stored('dimity.orders', found => (Array.isArray(found) ? found.filter(isOrder) : []))

export const orderStore = {
  ...orders,
  add(order: Order) {
    orders.update(orders => [order, ...orders])
  },
  change(id: string, change: (order: Order) => Order) {
    orders.update(orders => orders.map(order => (order.id === id ? change(order) : order)))
  },
}
