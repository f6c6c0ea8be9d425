import { expect, test } from 'vitest'
import { kindOf, turnToLeave } from './kinds.js'
import { validate } from './validate.js'

test('views leave a full outbox first, then basket events, and orders never', () => {
  expect(turnToLeave).toEqual({ view: 1, basket: 2, order: 0 })
})

test('a view is one kind, whatever the shop calls what was done', () => {
  expect(kindOf(validate({ scope: 'view', action: 'order cancel' }))).toBe('view')
  expect(kindOf(validate({ scope: 'order', action: 'cancel', data: { order_id: 1 } }))).toBe('order cancel')
})
