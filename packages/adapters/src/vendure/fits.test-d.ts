import type { Order as VendureOrder } from '@vendure/common/lib/generated-shop-types'
import type { Order } from 'ometria-headless'
import { expectTypeOf, test } from 'vitest'
import { orderFromVendure } from './index.js'

test("Vendure's own types fit", () => {
  expectTypeOf(orderFromVendure<VendureOrder>).returns.toEqualTypeOf<Order>()
})
