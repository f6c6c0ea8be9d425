import type { Order as CommercetoolsOrder } from '@commercetools/platform-sdk'
import type { Order } from 'ometria-headless'
import { expectTypeOf, test } from 'vitest'
import { orderFromCommercetools } from './index.js'

test("commercetools' own types fit", () => {
  expectTypeOf(orderFromCommercetools<CommercetoolsOrder>).returns.toEqualTypeOf<Order>()
  orderFromCommercetools({} as CommercetoolsOrder, {
    locale: 'en-GB',
    productId: line => ('productKey' in line ? line.productKey : undefined),
  })
})
