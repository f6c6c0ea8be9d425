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
  ['200 and other text', { body: 'OK' }, 200, { request_id: 'r-1' }],
  [
    '200 and a page of maintenance',
    { body: '<!doctype html>' },
    502,
    { error: expect.stringMatching(/^Ometria answered 200: this is a web page/) },
  ],
  ['200 and a page of 20 MB', { body: `<html>${'x'.repeat(20_000_000)}` }, 502],
  ['200 and 20 MB of JSON', { body: { huge: 'x'.repeat(20_000_000) } }, 200, { request_id: 'r-1' }],
  ['500', { status: 500 }, 502],
  ['503 and Retry-After', { status: 503, retryAfter: 7 }, 502, {}, { 'retry-after': '7' }],
  ['408', { status: 408 }, 502],
  [
    'a redirect',
    { status: 302 },
    502,
    { error: expect.stringMatching(/^Ometria answered 302: the tracking endpoint never redirects/) },
  ],
  ['429', { status: 429 }, 429, { error: 'Ometria answered 429.' }],
  ['429 and Retry-After', { status: 429, retryAfter: 30 }, 429, {}, { 'retry-after': '30' }],
  ['429 and a date gone by', { status: 429, retryAfter: new Date(0).toUTCString() }, 429, {}, {}],
  ['401', { status: 401 }, 502, { error: expect.stringMatching(/^Ometria answered 401: .*Check `auth`/) }],
  ['403', { status: 403, body: { error: 'no' } }, 502],
  ['404', { status: 404 }, 502, { error: expect.stringMatching(/^Ometria answered 404: .*`domainKey`/) }],
  ['405', { status: 405 }, 502],
  ['403 and Retry-After', { status: 403, retryAfter: 9 }, 502, {}, { 'retry-after': '9' }],
  ['429 and a page', { status: 429, body: '<html>', retryAfter: 9 }, 429, {}, { 'retry-after': '9' }],
  ['400 and a page', { status: 400, body: '<html>' }, 502],
  ['400 and why', { status: 400, body: { why: 'that' } }, 422, { answer: { why: 'that' } }],
  [
    '410 and a long text',
    { status: 410, body: 'no '.repeat(9_000) },
    422,
    { answer: 'no '.repeat(334).slice(0, 1_000) },
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
  ['no answer', { hang: true }, 504, { error: 'Ometria gave no answer within 3000 ms.' }],
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
