import basketAdd from 'ometria-mock/fixtures/basket-add.json' with { type: 'json' }
import orderAdd from 'ometria-mock/fixtures/order-add.json' with { type: 'json' }
import { expect, test } from 'vitest'
import { auth, secrets, serveRelay } from '../../test/served-relay.js'

test('passes an event on as the wire wants it, with the credentials, once', async () => {
  const { mock, post } = await serveRelay()
  const answer = await post({ ...orderAdd, data: { ...orderAdd.data, order_id: 123, order_total: '74.96' } })
  expect(answer).toMatchObject({ status: 200, body: { request_id: 'order-add-123' } })
  expect(mock.attempts).toMatchObject([
    { headers: { authorization: `Basic ${btoa(`${auth.key}:${auth.secret}`)}` } },
  ])
  const user = { uid: expect.stringMatching(/^[0-9a-f]{32}$/), sid: expect.stringMatching(/^[0-9a-f]{32}$/) }
  const data = { ...orderAdd.data, order_id: '123' }
  expect(mock.events).toEqual([{ ...orderAdd, data, user, request_id: 'order-add-123' }])
})

/** In each row: what Ometria does, then the status that the browser gets, and what the answer says besides. */
const answers: [string, object, number, object?, object?][] = [
  ['204 and nothing', { status: 204 }, 200, { request_id: 'r-1' }],
  [
    'an echo of its own and more',
    { body: { request_id: 'r-1', queued: true } },
    200,
    { request_id: 'r-1', queued: true },
  ],
  ['200 and a list', { body: [1] }, 200, { request_id: 'r-1' }],
  ['200 and something that is no JSON', { body: '<html>' }, 200, { request_id: 'r-1' }],
  ['200 and 20 MB of JSON', { body: { huge: 'x'.repeat(20_000_000) } }, 200, { request_id: 'r-1' }],
  ['500', { status: 500 }, 502],
  ['503 and Retry-After', { status: 503, retryAfter: 7 }, 502, {}, { 'retry-after': '7' }],
  ['408', { status: 408 }, 502],
  ['a redirect', { status: 302 }, 502],
  ['429', { status: 429 }, 429, { error: 'Ometria answered 429.' }],
  ['429 and Retry-After', { status: 429, retryAfter: 30 }, 429, {}, { 'retry-after': '30' }],
  ['429 and a date gone by', { status: 429, retryAfter: new Date(0).toUTCString() }, 429, {}, {}],
  ['401', { status: 401 }, 502],
  ['403', { status: 403 }, 502],
  ['400 and why', { status: 400, body: { why: 'that' } }, 422, { answer: { why: 'that' } }],
  [
    '404 and a page',
    { status: 404, body: '<html>'.repeat(10_000) },
    422,
    { answer: '<html>'.repeat(10_000).slice(0, 1_000) },
  ],
  ['400 and 20 MB', { status: 400, body: { huge: 'x'.repeat(20_000_000) } }, 422],
  ['400 and our credentials', { status: 400, body: { seen: `Basic ${secrets[2]}` } }, 422, { answer: null }],
  [
    '400 and our secret, escaped as .NET does',
    { status: 400, body: '{"seen":"tip/top\\u0022\\u002Bsecret"}' },
    422,
    { answer: null },
  ],
  ['200 and our secret', { body: { seen: auth.secret } }, 200, { request_id: 'r-1' }],
  ['no answer', { hang: true }, 504],
  ['a torn connection', { drop: true }, 502],
]

test.each(answers)(
  'to %s of Ometria the browser gets what its outbox needs',
  async (_, fault, status, body = {}, headers = {}) => {
    const { mock, post, said } = await serveRelay({ timeoutMs: 3_000 })
    mock.faults.push(fault)
    const answer = await post({ ...basketAdd, request_id: 'r-1' })
    expect(answer).toMatchObject({ status, body, headers })
    expect(answer.headers['retry-after']).toBe(Object(headers)['retry-after'])
    expect(said.join('').length).toBeLessThan(70_000)
    expect(mock.attempts).toHaveLength(1)
  },
)
