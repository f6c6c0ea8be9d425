import { gzipSync } from 'node:zlib'
import basketAdd from 'ometria-mock/fixtures/basket-add.json' with { type: 'json' }
import orderAdd from 'ometria-mock/fixtures/order-add.json' with { type: 'json' }
import orderCancel from 'ometria-mock/fixtures/order-cancel.json' with { type: 'json' }
import { expect, test, vi } from 'vitest'
import { serveRelay } from '../../test/served-relay.js'

const without = (header: string) => ({ headers: { [header]: undefined } })
const issue = (path: string, message: unknown = expect.any(String)) => ({ issues: [{ path, message }] })

/** In each row: what is refused, with which status, the body, how it is sent, and what the answer says besides. */
const refusals: [string, number, unknown, { method?: string; headers?: object }?, object?][] = [
  ['a GET', 405, '', { method: 'GET' }],
  ['a PUT', 405, basketAdd, { method: 'PUT' }],
  ['a preflight from elsewhere', 405, '', { method: 'OPTIONS', headers: { origin: 'https://evil.example' } }],

  ['a form', 415, 'scope=view', { headers: { 'content-type': 'application/x-www-form-urlencoded' } }],
  ['text', 415, basketAdd, { headers: { 'content-type': 'text/plain' } }],
  ['a look-alike of JSON', 415, basketAdd, { headers: { 'content-type': 'application/jsonp' } }],
  ['a body without a type', 415, basketAdd, without('content-type')],
  ['a gzipped body', 415, gzipSync(JSON.stringify(basketAdd)), { headers: { 'content-encoding': 'gzip' } }],

  [
    'a page of another site',
    403,
    basketAdd,
    { headers: { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' } },
    { error: expect.stringMatching(/^Only pages of this shop may report here.*`allowedOrigins`/) },
  ],
  [
    'another origin in a browser that sends no Sec-Fetch-Site',
    403,
    basketAdd,
    { headers: { origin: 'https://evil.example', 'sec-fetch-site': undefined } },
  ],
  [
    'a neighbouring subdomain',
    403,
    basketAdd,
    { headers: { origin: 'http://blog.127.0.0.1', 'sec-fetch-site': 'same-site' } },
  ],
  [
    'another port of this host',
    403,
    basketAdd,
    { headers: { origin: 'http://127.0.0.1:1', 'sec-fetch-site': 'same-site' } },
  ],
  [
    'a cross-site request that claims our origin',
    403,
    basketAdd,
    { headers: { 'sec-fetch-site': 'cross-site' } },
  ],
  ['the origin null', 403, basketAdd, { headers: { origin: 'null', 'sec-fetch-site': 'same-origin' } }],
  ['an origin that is none', 403, basketAdd, { headers: { origin: 'http://', 'sec-fetch-site': undefined } }],
  [
    'a request with neither header',
    403,
    basketAdd,
    { headers: { origin: undefined, 'sec-fetch-site': undefined } },
  ],
  [
    'an origin that only X-Forwarded-Host vouches for',
    403,
    basketAdd,
    {
      headers: {
        origin: 'https://evil.example',
        'sec-fetch-site': undefined,
        'x-forwarded-host': 'evil.example',
      },
    },
  ],

  ['an empty body', 400, '', {}, { error: 'Expected JSON.' }],
  ['half of a body', 400, '{"scope":"basket"', {}, { error: 'Expected JSON.' }],
  ['64 KiB of opening brackets', 400, '['.repeat(65_536)],
  [
    '512 KiB of nested brackets',
    400,
    `${'['.repeat(262_144)}${']'.repeat(262_144)}`,
    {},
    { error: 'Expected JSON with at most 128 levels, one within the other.' },
  ],
  [
    'an event nested too deeply',
    400,
    `{"scope":"view","data":{"deep":${'['.repeat(250_000)}${']'.repeat(250_000)}}}`,
    {},
    { error: 'Expected JSON with at most 128 levels, one within the other.' },
  ],
  [
    '40,000 fields whose names are all different',
    400,
    { scope: 'view', data: Object.fromEntries(Array.from({ length: 40_000 }, (_, name) => [`f${name}`, 0])) },
    {},
    { error: 'Expected JSON with at most 2000 different names of fields.' },
  ],
  [
    'more wrong lines than anybody wants to hear of',
    400,
    { ...orderAdd, data: { ...orderAdd.data, order_lines: Array(49_000).fill({}) } },
    {},
    {
      issues: expect.arrayContaining([
        { path: 'data.order_lines[0].product_id', message: expect.any(String) },
      ]),
    },
  ],
  ['a JSON string', 400, '"view"', {}, issue('', 'expected an object')],
  ['null', 400, 'null', {}, issue('', 'expected an object')],
  ['a batch', 400, [basketAdd], {}, issue('', 'expected an object')],
  ['an unknown scope', 400, { ...basketAdd, scope: 'wishlist' }, {}, issue('scope')],
  ['a scope that has no text', 400, { ...basketAdd, scope: { toString: 1 } }, {}, issue('scope')],
  ['an unknown action', 400, { ...basketAdd, action: 'clear' }, {}, issue('action')],
  [
    'an unknown key',
    400,
    { ...basketAdd, endpoint: 'https://evil.example' },
    {},
    issue('endpoint', 'expected nothing here, got string'),
  ],
  [
    'an order without a number',
    400,
    { ...orderAdd, data: { ...orderAdd.data, order_id: '' } },
    {},
    issue('data.order_id'),
  ],
  [
    'a basket event without its product',
    400,
    { ...basketAdd, data: { quantity: 1 } },
    {},
    issue('data.product_id'),
  ],
  ['a visitor without a session', 400, { ...basketAdd, user: { uid: 'a' } }, {}, issue('user.sid')],
  ['a visitor of numbers', 400, { ...basketAdd, user: { uid: 1, sid: 'b' } }, {}, issue('user.uid')],
  ['no visitor by name', 400, { ...basketAdd, user: null }, {}, issue('user')],
  [
    "a view under the id of an order's cancelling",
    400,
    { scope: 'view', request_id: 'order-cancel-1' },
    {},
    issue('request_id'),
  ],
  [
    'an order under the id of another order',
    400,
    { ...orderAdd, request_id: 'order-add-1' },
    {},
    issue('request_id'),
  ],
  ['an event in place of a prototype', 400, '{"__proto__":{"scope":"view"}}', {}, issue('scope')],

  [
    'cancelling an order',
    422,
    orderCancel,
    {},
    { error: expect.stringMatching(/^Browsers may not report 'order cancel' here. .*createOmetriaServer/) },
  ],
  ['returning an order', 422, { scope: 'order', action: 'return', data: { order_id: '1' } }],

  [
    'a body of declared 513 KiB and one',
    413,
    'x'.repeat(513 * 1024 + 1),
    {},
    { error: 'Expected a body of at most 525312 bytes.' },
  ],
]

test.each(refusals)('refuses %s with %i', async (_, status, body, how = {}, says = {}) => {
  const { mock, post } = await serveRelay()
  const answer = await post(body, how as object)
  expect(answer.body).toMatchObject({ error: expect.any(String), ...says })
  expect(answer.status).toBe(status)
  expect(answer.headers).toMatchObject({
    'content-type': 'application/json',
    'cache-control': 'no-store',
    ...(status === 405 && { allow: 'POST' }),
  })
  expect(answer.headers['set-cookie']).toBeUndefined()
  expect(mock.attempts).toEqual([])
})

test.each(['order-add-ABC-123', 'my-order-1'])(
  'takes an order under its own id, or one of the shop’s own: %s',
  async request_id => {
    const { post } = await serveRelay()
    expect(await post({ ...orderAdd, request_id })).toMatchObject({ status: 200, body: { request_id } })
  },
)

test('refuses a body that turns out too long while it is read', async () => {
  const { mock, open } = await serveRelay({ maxBodyBytes: 1_000 })
  const { sent, answer } = open()
  sent.write('{"scope":"view","data":{"much":"')
  sent.write('x'.repeat(200_000))
  expect(await answer).toMatchObject({
    status: 413,
    body: { error: 'Expected a body of at most 1000 bytes.' },
  })
  sent.destroy()
  expect(mock.attempts).toEqual([])
})

test.each([
  ['is declared', { 'content-length': '100' }],
  ['is not declared', {}],
])('refuses a body that takes too long where its length %s', async (_, headers) => {
  const { mock, open, post } = await serveRelay({ timeoutMs: 1_000 })
  const { sent, answer } = open({ headers })
  sent.write('{"scope":')
  expect(await answer).toMatchObject({
    status: 408,
    body: { error: expect.stringMatching(/^The body took too long, or /) },
  })
  sent.destroy()
  expect(mock.attempts).toEqual([])
  expect(await post(basketAdd)).toMatchObject({ status: 200 })
})

test('takes an event of all but 512 KiB with its visitor, and refuses a larger event by itself', async () => {
  const { mock, post } = await serveRelay()
  const view = (length: number) => ({
    scope: 'view',
    action: 'view',
    data: { much: 'x'.repeat(length) },
    request_id: 'r-1',
    user: { uid: 'u'.repeat(128), sid: 's'.repeat(128) },
  })
  const { user: _, ...event } = view(0)
  const room = 512 * 1024 - JSON.stringify(event).length
  expect(await post(view(room))).toMatchObject({ status: 200 })
  expect(mock.events).toHaveLength(1)
  expect(await post(view(room + 1))).toMatchObject({
    status: 400,
    body: issue('data', 'expected at most 512 KiB'),
  })
})

test.each([
  ['is declared', { 'content-length': '500000' }],
  ['is not declared', {}],
])('reads no further after a body that took too long where its length %s', async (_, headers) => {
  const { relay, origin } = await serveRelay({ timeoutMs: 50 })
  const cancelled = vi.fn()
  // A trickle: it never ends, and has something to give whenever somebody reads on.
  const body = new ReadableStream({
    pull: async controller => {
      await new Promise(resolve => setTimeout(resolve, 10))
      if (!cancelled.mock.calls.length) controller.enqueue(new Uint8Array(100).fill(32))
    },
    cancel: cancelled,
  })
  const request = new Request(origin, {
    method: 'POST',
    headers: { origin, 'content-type': 'application/json', ...headers },
    body,
    duplex: 'half',
  } as RequestInit) // TypeScript's DOM doesn't know `duplex`
  expect(await relay(request)).toMatchObject({ status: 408 })
  expect(cancelled).toHaveBeenCalled()
})

test('goes on after a browser that hung up in the middle of its body', async () => {
  const { mock, open, post } = await serveRelay()
  const { sent, answer } = open()
  sent.write('{"scope":')
  sent.destroy(new Error('hung up'))
  await expect(answer).rejects.toThrow('hung up')
  expect(await post(basketAdd)).toMatchObject({ status: 200 })
  expect(mock.events).toMatchObject([basketAdd])
})

test('says so where a body parser has read the body before', async () => {
  const { relay, origin } = await serveRelay()
  const request = new Request(origin, {
    method: 'POST',
    headers: { origin, 'content-type': 'application/json' },
    body: JSON.stringify(basketAdd),
  })
  await request.text()
  const answer = await relay(request)
  expect(answer.status).toBe(500)
  expect(await answer.json()).toEqual({
    error: expect.stringMatching(
      /^The body was read before it came here. Mount the relay ahead of any body parser/,
    ),
  })
})

test('repeats no more than the beginning of a key', async () => {
  const { post } = await serveRelay()
  const { body } = await post({ ...basketAdd, ['x'.repeat(100_000)]: 1 })
  expect(body).toMatchObject({ issues: [{ path: 'x'.repeat(200) }] })
})

test('lists twenty issues at most, however many there are', async () => {
  const { post } = await serveRelay()
  const order_lines = Array.from({ length: 10_000 }, () => ({}))
  const answer = await post({ ...orderAdd, data: { ...orderAdd.data, order_lines } })
  expect(answer).toMatchObject({ status: 400, body: { issues: { length: 20 } } })
})
