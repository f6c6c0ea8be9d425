import { describe, expect, test } from 'vitest'
import { checkoutOrders } from '../../test/bigcommerce/checkout-orders.js'
import { expectExamples } from '../../test/expect-examples.js'
import { orderFromCheckout } from './index.js'

describe('orderFromCheckout', () => {
  expectExamples(checkoutOrders)

  const item = { productId: 1, quantity: 1, extendedSalePrice: 10, discountAmount: 0, couponAmount: 0 }
  const order = {
    orderId: 1,
    currency: { code: 'USD' },
    isTaxIncluded: false,
    orderAmount: 15.8,
    taxTotal: 0.8,
    shippingCostTotal: 5,
    lineItems: { physicalItems: [item], digitalItems: [] },
  }

  test('refuses a tax that could be the line’s or the shipping’s', () => {
    expect(() => orderFromCheckout(order)).toThrow(
      'taxTotal: expected prices with tax, or no tax: lines do not tell their own, got a tax of the order.',
    )
  })

  test('refuses an order whose lines miss its amount', () => {
    expect(() => orderFromCheckout({ ...order, isTaxIncluded: true })).toThrow(
      'orderAmount: expected the sum',
    )
  })
})
