import basketAdd from 'ometria-mock/fixtures/basket-add.json' with { type: 'json' }
import orderAdd from 'ometria-mock/fixtures/order-add.json' with { type: 'json' }
import orderCancel from 'ometria-mock/fixtures/order-cancel.json' with { type: 'json' }
import { afterEach, expect, test, vi } from 'vitest'
import { createMockOmetria } from './mock.js'

const mock = createMockOmetria()
afterEach(() => mock.reset())

function post(body: unknown, init: RequestInit = {}) {
  return mock.fetch(
    new Request('https://mock.test/api/track', {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: 'https://shop.test' },
      body: typeof body === 'string' ? body : JSON.stringify(body),
      ...init,
    }),
  )
}

test('keeps the events it accepts, in order, exactly as they came', async () => {
  for (const event of [basketAdd, orderAdd, orderCancel]) expect((await post(event)).status).toBe(200)
  expect(mock.events).toEqual([basketAdd, orderAdd, orderCancel])
  expect(mock.rejected).toEqual([])
})

test.each(['order-add-ABC-123', 42])('gives the request id %j back', async request_id => {
  const response = await post({ ...orderAdd, request_id })
  expect(await response.json()).toEqual({ request_id })
})

test('answers 400 with every issue for what does not fit', async () => {
  const response = await post({ ...basketAdd, request_id: 'r1', data: { product_id: '1', quantity: '2' } })
  expect(response.status).toBe(400)
  const issues = ['data.quantity: expected a finite number of 0 or more, got "2"']
  expect(await response.json()).toEqual({ request_id: 'r1', error: expect.any(String), issues })
  expect(mock.rejected).toEqual([
    { body: { ...basketAdd, request_id: 'r1', data: { product_id: '1', quantity: '2' } }, issues },
  ])
  expect(mock.events).toEqual([])
})

test.each([
  ['broken JSON', '{"scope":', 'application/json', 400, /^body: expected JSON \(/],
  ['an empty body', '', 'application/json', 400, /^body: expected JSON \(/],
  [
    'JSON sent as text',
    '{}',
    'text/plain',
    415,
    /^content-type: expected application\/json, got text\/plain$/,
  ],
  ['something like JSON', '{}', 'application/jsonp', 415, /^content-type: /],
])('refuses %s and keeps its text', async (_, body, type, status, issue) => {
  const response = await post(body, { headers: { 'content-type': type } })
  expect(response.status).toBe(status)
  expect(mock.rejected).toEqual([{ body, issues: [expect.stringMatching(issue)] }])
})

test('takes JSON with a charset', async () => {
  const headers = { 'content-type': 'Application/JSON; charset=utf-8' }
  expect((await post(orderCancel, { headers })).status).toBe(200)
})

test('takes 1 MiB and refuses a byte more', async () => {
  const event = JSON.stringify(orderCancel)
  const mebibyte = event + ' '.repeat(1024 * 1024 - event.length)
  expect((await post(mebibyte)).status).toBe(200)
  expect((await post(`${mebibyte} `)).status).toBe(413)
  expect(mock.rejected[0]?.issues).toEqual(['body: expected at most 1048576 bytes, got 1048577'])
})

test.each(['GET', 'PUT', 'DELETE'])('answers %s with 405 and counts no attempt', async method => {
  const response = await mock.fetch(new Request('https://mock.test/api/track', { method }))
  expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST'])
  expect(mock.attempts).toEqual([])
})

test('names the endpoint where the path is wrong', async () => {
  const response = await mock.fetch(new Request('https://mock.test/api/tracks', { method: 'POST' }))
  expect(response.status).toBe(404)
  expect(await response.json()).toEqual({
    error: 'Nothing is at /api/tracks: events are posted to /api/track.',
  })
})

test('records each attempt with its time, headers and answer, whatever became of it', async () => {
  vi.useFakeTimers({ now: 1_700_000_000_000 })
  mock.faults.push({ status: 503 })
  await post(orderCancel)
  await post(orderCancel)
  await post({ ...orderCancel, action: 'stop' })
  vi.useRealTimers()
  const headers = expect.objectContaining({ 'content-type': 'application/json', origin: 'https://shop.test' })
  const at = 1_700_000_000_000
  expect(mock.attempts).toEqual([
    { at, headers, body: orderCancel, answer: 503 },
    { at, headers, body: orderCancel, answer: 200 },
    { at, headers, body: { ...orderCancel, action: 'stop' }, answer: 400, issues: [expect.any(String)] },
  ])
})

test('lets a browser of any origin post JSON, with credentials, and read Retry-After', async () => {
  const origin = 'https://shop.test'
  const preflight = await mock.fetch(
    new Request('https://mock.test/api/track', {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': 'POST' },
    }),
  )
  expect(preflight.status).toBe(204)
  expect(Object.fromEntries(preflight.headers)).toMatchObject({
    'access-control-allow-origin': origin,
    'access-control-allow-credentials': 'true',
    'access-control-allow-headers': 'content-type',
  })
  for (const event of [orderCancel, {}]) {
    const { headers } = await post(event)
    expect(headers.get('access-control-allow-origin')).toBe(origin)
    expect(headers.get('access-control-expose-headers')).toBe('retry-after')
  }
})

test('forgets everything on reset, in the arrays that a test already holds', async () => {
  const { events, rejected, attempts, faults } = mock
  mock.faults.push({ status: 500, when: event => event.scope === 'view' })
  await post(orderCancel)
  await post({})
  mock.reset()
  expect([events, rejected, attempts, faults]).toEqual([[], [], [], []])
  await post(orderCancel)
  expect(events).toEqual([orderCancel])
})

test('shares nothing with another mock', async () => {
  await post(orderCancel)
  expect(createMockOmetria().attempts).toEqual([])
})

const ask = { origin: 'https://shop.test', 'access-control-request-method': 'POST' }
const preflight = { method: 'OPTIONS', headers: ask }
const sent = (headers: object = {}) => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', origin: 'https://shop.test', ...headers },
  body: JSON.stringify(orderCancel),
})

test('as an account without CORS, answers no preflight, and says in no answer that a page may read it', async () => {
  const closed = createMockOmetria({ cors: false })
  const refused = await closed.fetch('/api/track', preflight)
  const taken = await closed.fetch('/api/track', sent())
  expect([refused.status, taken.status]).toEqual([405, 200])
  for (const { headers } of [refused, taken]) expect(headers.has('access-control-allow-origin')).toBe(false)
  const steered = await closed.fetch('/faults', { ...preflight, method: 'POST', body: '{"status":500}' })
  expect(steered.headers.get('access-control-allow-origin')).toBe('https://shop.test')
})

test.each([
  ['none', {}, 'but there are none'],
  ['another secret', { authorization: `Basic ${btoa('shop:secret')}` }, 'got others'],
  ['another scheme', { authorization: 'Bearer abc' }, 'got others'],
])('as an account that wants credentials, answers 401 to %s', async (_, headers, but) => {
  const guarded = createMockOmetria({ auth: { key: 'shop', secret: 'geheim: ü' } })
  const response = await guarded.fetch('/api/track', sent(headers))
  expect(response.status).toBe(401)
  expect(response.headers.get('www-authenticate')).toMatch(/^Basic /)
  expect(response.headers.get('access-control-allow-origin')).toBe('https://shop.test')
  const issues = [`authorization: expected this account's key and secret (Basic), ${but}`]
  expect(await response.json()).toEqual({ error: expect.any(String), issues })
  expect(guarded.attempts).toMatchObject([{ body: orderCancel, answer: 401, issues }])
  expect([guarded.events, guarded.rejected]).toEqual([[], []])
})

test('as an account that wants credentials, takes an event with them, in UTF-8, and answers a preflight', async () => {
  const guarded = createMockOmetria({ auth: { key: 'shop', secret: 'geheim: ü' } })
  const authorization = `Basic ${Buffer.from('shop:geheim: ü').toString('base64')}`
  expect((await guarded.fetch('/api/track', sent({ authorization }))).status).toBe(200)
  expect(guarded.events).toEqual([orderCancel])
  expect((await guarded.fetch('/api/track', preflight)).status).toBe(204)
})
