import { parse } from 'graphql'
import { describe, expect, test } from 'vitest'
import { expectExamples } from '../../test/expect-examples.js'
import { orders } from '../../test/vendure/orders.js'
import { orderFragment, orderFromVendure } from './index.js'

describe('orderFromVendure', () => {
  expectExamples(orders)

  const line = {
    quantity: 1,
    proratedLinePriceWithTax: 1000,
    productVariant: { id: 'v', product: { id: 'p' } },
  }
  const order = {
    code: 'A',
    currencyCode: 'GBP',
    totalWithTax: 1200,
    shippingWithTax: 200,
    taxSummary: [],
    lines: [line],
  }

  test.each([
    [{ totalWithTax: 1201 }, 'totalWithTax: expected the sum'],
    [{ totalWithTax: 12.005 }, 'totalWithTax: expected a whole number of minor units'],
    [{ lines: [{ ...line, quantity: 0 }] }, 'totalWithTax: expected the sum'],
    [{ lines: [], totalWithTax: 200 }, 'lines: expected at least one line with a product'],
    [{ taxSummary: null }, 'taxSummary: expected a list'],
  ])('refuses %j', (change, message) => {
    expect(() => orderFromVendure({ ...order, ...change } as never)).toThrow(message)
  })

  test('its fragment is GraphQL', () => {
    expect(parse(orderFragment).definitions).toHaveLength(1)
  })
})
