import { expect, test } from 'vitest'
import { OmetriaValidationError } from '../errors.js'
import type { TrackEvent } from './events.js'
import { readEvent } from './read-event.js'

const order: TrackEvent = {
  scope: 'order',
  action: 'add',
  data: {
    order_id: 7,
    order_total: '20',
    order_currency: 'GBP',
    order_lines: [{ product_id: 1, quantity: 2, unit_rrp: 10, order_line_total: 10 }],
  },
}

test('an event is read as it goes on the wire, with the key under which it happens once, and its odd sums', () => {
  const { event, onceKey, oddSums } = readEvent({ ...order, context: { page: 'thanks' } }, { language: 'en' })
  expect(event).toMatchObject({
    request_id: 'order-add-7',
    data: { order_id: '7', order_total: 20 },
    context: { page: 'thanks', language: 'en' },
  })
  expect(onceKey).toBe('order-add-7')
  expect(oddSums).toHaveLength(2)
})

test('a view has no such key, an id of its own, and the action that stands for none', () => {
  const { event, onceKey, oddSums } = readEvent({ scope: 'view', request_id: 5 })
  expect(event).toMatchObject({ action: 'view', data: {}, request_id: 5 })
  expect([onceKey, oddSums]).toEqual([undefined, []])
})

test('an event that a client would refuse is refused alike', () => {
  const wrong: TrackEvent = { scope: 'basket', action: 'add', data: { product_id: 'a', quantity: -1 } }
  expect(() => readEvent(wrong)).toThrow(OmetriaValidationError)
})
