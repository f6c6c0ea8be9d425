import { describe, expect, test } from 'vitest'
import { expectExamples } from '../../test/expect-examples.js'
import { orders } from '../../test/medusa/orders.js'
import { orderFromMedusa } from './index.js'

describe('orderFromMedusa', () => {
  expectExamples(orders)

  const item = { product_id: 'p', quantity: 1, total: 10 }
  const order = { id: 'o', currency_code: 'eur', total: 10, shipping_total: 0, items: [item] }

  test.each([
    [{ total: undefined }, 'total: expected an amount'],
    [{ items: null }, 'items: expected a list, got null'],
    [{ items: [{ product_id: 'p', quantity: 1 }] }, 'items[0].total: expected an amount'],
    [{ total: 9.99 }, 'total: expected the sum'],
    [{ total: { numeric: 'ten' } }, 'total.numeric: expected an amount'],
  ])('refuses %j, as where a field was not asked for', (change, message) => {
    expect(() => orderFromMedusa({ ...order, ...change } as never)).toThrow(message)
  })

  test('rounds nothing of a currency whose minor unit nobody knows', () => {
    const tokens = { ...order, currency_code: 'tok', total: 10.0001, items: [{ ...item, total: 10.0001 }] }
    expect(orderFromMedusa(tokens)).toMatchObject({ order_currency: 'TOK', order_total: 10.0001 })
  })
})
