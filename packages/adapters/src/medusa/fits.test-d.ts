import type { AdminOrder, StoreOrder } from '@medusajs/types'
import type { Order } from 'ometria-headless'
import { expectTypeOf, test } from 'vitest'
import { orderFromMedusa } from './index.js'

test("Medusa's own types fit, of the store and of the server", () => {
  expectTypeOf(orderFromMedusa<StoreOrder>).returns.toEqualTypeOf<Order>()
  expectTypeOf(orderFromMedusa<AdminOrder>).returns.toEqualTypeOf<Order>()
  orderFromMedusa({} as StoreOrder, { orderId: order => order.display_id ?? order.id })
})
