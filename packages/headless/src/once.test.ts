import { expect, test } from 'vitest'
import { orderKey, spentClaims } from './once.js'
import { validate } from './validate.js'

const order_lines = [{ product_id: 'abc', quantity: 1, order_line_total: 1 }]
const placed = { order_id: 7, order_total: 1, order_currency: 'USD', order_lines }

test.each([
  ['an order placed', { scope: 'order', action: 'add', data: placed }, 'order-add-7'],
  ['an order cancelled', { scope: 'order', action: 'cancel', data: { order_id: '7' } }, 'order-cancel-7'],
])('%s happens once', (_, event, key) => {
  expect(orderKey(validate(event))).toBe(key)
})

test.each([
  ['a return', { scope: 'order', action: 'return', data: { order_id: '7' } }],
  ['a basket event', { scope: 'basket', action: 'add', data: { product_id: '7', quantity: 1 } }],
  ['a view of an order', { scope: 'view', action: 'add', data: { order_id: '7' } }],
])('%s may happen again', (_, event) => {
  expect(orderKey(validate(event))).toBeUndefined()
})

const day = 24 * 60 * 60 * 1000

test('a claim lasts for 400 days', () => {
  const claims: [string, number][] = [
    ['day 0', 0],
    ['day 1', day],
  ]
  expect(spentClaims(claims, 400 * day)).toEqual([])
  expect(spentClaims(claims, 400 * day + 1)).toEqual([['day 0', 0]])
})

test('of more than 500 claims the newest stay', () => {
  const claims = Array.from({ length: 503 }, (_, at): [string, number] => [`order ${at}`, at])
  expect(spentClaims(claims, 503).map(([key]) => key)).toEqual(['order 2', 'order 1', 'order 0'])
})

test('a claim from a clock that was ahead stays', () => {
  expect(spentClaims([['tomorrow', day]], 0)).toEqual([])
})
