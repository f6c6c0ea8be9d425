import type { Order } from 'ometria-headless'
import { expectTypeOf, test } from 'vitest'
import type { Orders } from 'woocommerce-rest-ts-api'
import { orderFromRest, orderFromStoreApi, type WooCommerceStoreOrder } from './index.js'

test('the types of woocommerce-rest-ts-api fit', () => {
  expectTypeOf(orderFromRest<Orders>).returns.toEqualTypeOf<Order>()
  orderFromRest({} as Orders, {
    orderId: order => order.number ?? '',
    productId: line => ('sku' in line ? line.sku : undefined),
  })
})

test("the Store API's items don't say which product they are: productId is required", () => {
  // @ts-expect-error: productId is missing
  orderFromStoreApi({} as WooCommerceStoreOrder)
  // @ts-expect-error: productId is missing
  orderFromStoreApi({} as WooCommerceStoreOrder, {})
})
