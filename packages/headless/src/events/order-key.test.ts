import { expect, test } from 'vitest'
import { orderKey } from './order-key.js'
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
