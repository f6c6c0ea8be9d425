import { describe, expect, test } from 'vitest'
import { expectExamples } from '../../test/expect-examples.js'
import { storefrontOrders } from '../../test/shopify/storefront-orders.js'
import { orderFromStorefront } from './index.js'

describe('orderFromStorefront', () => {
  expectExamples(storefrontOrders)

  test('refuses an order whose prices are without tax: no line tells its own', () => {
    const dollars = (amount: string) => ({ amount, currencyCode: 'USD' })
    const order = {
      id: 'gid://shopify/Order/1',
      currencyCode: 'USD',
      originalTotalPrice: dollars('10.80'),
      totalShippingPrice: dollars('0.00'),
      shippingDiscountAllocations: [],
      totalTax: dollars('0.80'),
      lineItems: {
        nodes: [
          {
            title: 'Cup',
            quantity: 1,
            originalTotalPrice: dollars('10.00'),
            discountAllocations: [],
            variant: { id: 'gid://shopify/ProductVariant/2', product: { id: 'gid://shopify/Product/1' } },
          },
        ],
      },
    }
    expect(() => orderFromStorefront(order)).toThrow('originalTotalPrice: expected the sum')
  })
})
