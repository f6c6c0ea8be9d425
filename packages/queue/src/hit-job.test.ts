import { expect, test } from 'vitest'
import { hitJob, kindOf, requestOf } from './hit-job.js'
import { requestHash } from './request-hash.js'

test.each([
  [{ scope: 'view', action: 'anything at all', data: {} }, { kind: 'view' }],
  [{ scope: 'basket', action: 'add', data: { product_id: '1', quantity: 1 } }, { kind: 'basket add' }],
  [
    { scope: 'order', action: 'add', data: { order_id: 'A:1' } },
    { kind: 'order add', order: 'A:1' },
  ],
  [
    { scope: 'order', action: 'return', data: { order_id: 7 } },
    { kind: 'order return', order: '7' },
  ],
  [{ scope: 'order', action: 'cancel' }, { kind: 'order cancel' }],
  [{ scope: 'order', action: '__proto__' }, { kind: 'hit' }],
  [{ scope: '__proto__', action: 'add' }, { kind: 'hit' }],
  [null, { kind: 'hit' }],
])('%j is %j', (body, kind) => {
  expect(kindOf(JSON.stringify(body))).toEqual(kind)
})

test('a body that is no JSON is stored all the same', () => {
  expect(kindOf('half a bo')).toEqual({ kind: 'hit' })
})

test.each(['a', '1', 1, 0, '', '"', '\u0000', '\ud800'])(
  'the request id %j comes back as it was',
  request_id => {
    expect(requestOf(hitJob({ request_id, body: '{}', at: 0 }))).toBe(request_id)
  },
)

test.each(['a:b', '123', 123, '', '\ud800'])('a hash suits any store: %j', request_id => {
  expect(requestHash(request_id)).toMatch(/^[\w-]{43}$/)
})
