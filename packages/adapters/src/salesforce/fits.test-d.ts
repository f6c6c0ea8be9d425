import type { ShopperOrdersTypes } from 'commerce-sdk-isomorphic'
import type { Order } from 'ometria-headless'
import { expectTypeOf, test } from 'vitest'
import { orderFromScapi } from './index.js'

test('the types of commerce-sdk-isomorphic fit', () => {
  expectTypeOf(orderFromScapi<ShopperOrdersTypes.Order>).returns.toEqualTypeOf<Order>()
})
