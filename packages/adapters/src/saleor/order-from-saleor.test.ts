import { parse } from 'graphql'
import { describe, expect, test } from 'vitest'
import { expectExamples } from '../../test/expect-examples.js'
import { orders } from '../../test/saleor/orders.js'
import { orderFragment, orderFromSaleor } from './index.js'

describe('orderFromSaleor', () => {
  expectExamples(orders)

  const pounds = (amount: number) => ({ gross: { amount, currency: 'GBP' } })
  const line = { quantity: 1, totalPrice: pounds(10), variant: { id: 'v', product: { id: 'p' } } }
  const order = { number: '1', total: pounds(12), shippingPrice: pounds(2), lines: [line] }

  test.each([
    [{ total: pounds(12.01) }, 'total.gross: expected the sum'],
    [
      { shippingPrice: { gross: { amount: 2, currency: 'USD' } } },
      'shippingPrice.gross.currency: expected the order',
    ],
    [{ lines: [{ ...line, variant: null }] }, 'lines: expected at least one line with a product'],
    [{ total: pounds(-1) }, 'total.gross.amount: expected an amount of 0 or more'],
  ])('refuses %j', (change, message) => {
    expect(() => orderFromSaleor({ ...order, ...change })).toThrow(message)
  })

  test('its fragment is GraphQL', () => {
    expect(parse(orderFragment).definitions).toHaveLength(1)
  })
})
