import { expect, test } from 'vitest'
import { kindOf, kinds, turnsToLeave } from './kinds.js'
import { validate } from './validate.js'

test('views leave a full outbox first, then basket events, and orders never', () => {
  const leaving = (turn: string) =>
    Object.entries(kinds).flatMap(([kind, { leaves }]) => (leaves === turn ? kind : []))
  expect(turnsToLeave.map(leaving)).toEqual([['view'], ['basket add', 'basket remove']])
})

test('a view is one kind, whatever the shop calls what was done', () => {
  expect(kindOf(validate({ scope: 'view', action: 'order cancel' }))).toBe('view')
  expect(kindOf(validate({ scope: 'order', action: 'cancel', data: { order_id: 1 } }))).toBe('order cancel')
})
