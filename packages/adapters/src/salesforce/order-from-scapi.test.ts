import { describe, expect, test } from 'vitest'
import { expectExamples } from '../../test/expect-examples.js'
import { orders } from '../../test/salesforce/orders.js'
import { orderFromScapi } from './index.js'

describe('orderFromScapi', () => {
  expectExamples(orders)

  const item = { productId: 'p', quantity: 1, priceAfterOrderDiscount: 10, adjustedTax: 1 }
  const order = {
    orderNo: '1',
    currency: 'USD',
    taxation: 'net',
    orderTotal: 16.4,
    taxTotal: 1.4,
    shippingTotal: 5,
    adjustedShippingTotalTax: 0.4,
    productItems: [item],
  }

  test.each([
    [{ taxation: undefined }, "taxation: expected 'gross' or 'net', got nothing"],
    [{ adjustedShippingTotalTax: undefined }, 'adjustedShippingTotalTax: expected an amount'],
    [
      { productItems: [{ ...item, adjustedTax: undefined }] },
      'productItems[0].adjustedTax: expected an amount',
    ],
    [{ orderTotal: 16.41 }, 'orderTotal: expected the sum'],
    [{ orderNo: undefined }, 'orderNo: expected an id'],
  ])('refuses %j', (change, message) => {
    expect(() => orderFromScapi({ ...order, ...change })).toThrow(message)
  })
})
