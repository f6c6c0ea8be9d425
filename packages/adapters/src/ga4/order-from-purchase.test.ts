import { describe, expect, test } from 'vitest'
import { expectExamples } from '../../test/expect-examples.js'
import { purchases } from '../../test/ga4/purchases.js'
import { orderFromPurchase } from './index.js'

describe('orderFromPurchase', () => {
  expectExamples(purchases)

  const items = [
    { item_id: 'A', price: 10 },
    { item_id: 'B', price: 20 },
  ]
  const purchase = { transaction_id: '1', value: 30, currency: 'USD', items, shipping: 5 }

  test.each([
    [{ tax: 2.4 }, 'tax: expected prices with tax, or prorateTax'],
    [{}, 'tax: expected an amount'],
    [
      { tax: 0, value: 27 },
      'value: expected a sum of the items, with or without shipping and tax, got another amount',
    ],
    [{ tax: 0, items: [{ item_id: 'A' }] }, 'items[0].price: expected an amount'],
    [{ tax: 0, transaction_id: '' }, 'transaction_id: expected an id, got empty text'],
    [{ event: 'view_item' }, "event: expected 'purchase', got another event"],
  ])('refuses %j, where prices are without tax', (change, message) => {
    expect(() => orderFromPurchase({ ...purchase, ...change } as never, { taxIncluded: false })).toThrow(
      message,
    )
  })

  test.each([30, 35, 32.4, 37.4, 27.6, 32.6])('takes %d as a value: shops send each of these', value => {
    const order = orderFromPurchase({ ...purchase, value, tax: 2.4 }, { taxIncluded: true })
    expect(order.order_total).toBe(35)
  })

  test('shares no tax out in a currency whose minor unit nobody knows', () => {
    const points = { ...purchase, currency: 'PTS', tax: 2.4 }
    expect(() => orderFromPurchase(points, { taxIncluded: false, prorateTax: true })).toThrow(
      'currency: expected a known currency',
    )
  })

  test('names the path in an entry of the data layer', () => {
    const entry = { event: 'purchase', ecommerce: { ...purchase, currency: undefined as never } }
    expect(() => orderFromPurchase(entry, { taxIncluded: true })).toThrow('ecommerce.currency: expected text')
  })
})
