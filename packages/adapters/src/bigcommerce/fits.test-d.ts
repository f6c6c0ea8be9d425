import type { CheckoutSelectors } from '@bigcommerce/checkout-sdk'
import type { Order } from 'ometria-headless'
import { expectTypeOf, test } from 'vitest'
import { orderFromCheckout } from './index.js'

type CheckoutOrder = NonNullable<ReturnType<ReturnType<CheckoutService['getState']>['data']['getOrder']>>
type CheckoutService = { getState(): CheckoutSelectors }

test("the Checkout SDK's own order fits", () => {
  expectTypeOf(orderFromCheckout<CheckoutOrder>).returns.toEqualTypeOf<Order>()
  expectTypeOf<CheckoutOrder>().toHaveProperty('orderAmount')
})
