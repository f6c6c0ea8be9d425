import { describe, expect, test } from 'vitest'
import { expectExamples } from '../../test/expect-examples.js'
import { storefrontOrders } from '../../test/shopify/storefront-orders.js'
import { orderFromStorefront } from './index.js'

describe('orderFromStorefront', () => {
  expectExamples(storefrontOrders)

  const dollars = (amount: string) => ({ amount, currencyCode: 'USD' })
  const order = (total: string, shipping: string) => ({
    id: 'gid://shopify/Order/1',
    currencyCode: 'USD',
    originalTotalPrice: dollars(total),
    totalShippingPrice: dollars(shipping),
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
  })

  test('refuses an order whose prices are without tax: no line tells its own', () => {
    expect(() => orderFromStorefront(order('15.80', '5.00'))).toThrow('originalTotalPrice: expected the sum')
  })

  test('knows whose the tax is where one line alone was paid for', () => {
    expect(orderFromStorefront(order('10.80', '0.00')).order_lines[0]).toHaveProperty(
      'order_line_total',
      10.8,
    )
  })
})
