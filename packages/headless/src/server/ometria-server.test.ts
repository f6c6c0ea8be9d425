import { inspect } from 'node:util'
import { createMockOmetria } from 'ometria-mock'
import basketAdd from 'ometria-mock/fixtures/basket-add.json' with { type: 'json' }
import orderAdd from 'ometria-mock/fixtures/order-add.json' with { type: 'json' }
import orderCancel from 'ometria-mock/fixtures/order-cancel.json' with { type: 'json' }
import { beforeEach, expect, test, vi } from 'vitest'
import {
  createOmetriaServer,
  OmetriaConfigError,
  OmetriaError,
  OmetriaRejectedError,
  type OmetriaServerConfig,
  OmetriaValidationError,
  type ServerEvent,
} from './index.js'

const mock = createMockOmetria()
const keys = { domainKey: 'acme', locationKey: 'eu' }
const make = (config: Partial<Extract<OmetriaServerConfig, { queue?: undefined }>> = {}) =>
  createOmetriaServer({ ...keys, fetch: mock.fetch, ...config })
// A fixture's action is any string to TypeScript, which reads JSON so.
const cancel = orderCancel as ServerEvent
const place = orderAdd as ServerEvent
const add = basketAdd as ServerEvent

beforeEach(() => {
  mock.reset()
  vi.useFakeTimers()
  vi.spyOn(Math, 'random').mockReturnValue(1)
  return () => {
    vi.useRealTimers()
    vi.restoreAllMocks()
  }
})

/** What became of it, with as much time gone by as that took. */
async function settled<T>(promise: Promise<T>): Promise<PromiseSettledResult<T>> {
  const [result] = await Promise.all([Promise.allSettled([promise]), vi.runAllTimersAsync()])
  return result[0]
}

/** When each attempt was made, in seconds from the first. */
const times = () => mock.attempts.map(({ at }) => (at - (mock.attempts[0]?.at ?? 0)) / 1000)

test('cancels an order without a visitor', async () => {
  const receipt = { status: 'delivered', request_id: 'order-cancel-ABC-123' }
  expect(await make().track(cancel)).toMatchObject(receipt)
  expect(mock.events).toEqual([{ ...orderCancel, request_id: 'order-cancel-ABC-123' }])
})

test('names an order as the browser does, and takes a visitor along where one is known', async () => {
  const user = { uid: 'u-1', sid: 's-1' }
  await make().track({ ...place, user })
  expect(mock.events).toEqual([{ ...orderAdd, user, request_id: 'order-add-ABC-123' }])
})

test('posts to the address of the account, with the credentials in UTF-8 where there are some', async () => {
  const requests: Request[] = []
  const fetch: typeof globalThis.fetch = async (url, init) => {
    requests.push(new Request(url, init))
    return new Response()
  }
  await make({ fetch }).track(cancel)
  await make({ fetch, auth: { key: 'café', secret: '🔑' } }).track(cancel)
  expect(requests.map(({ url }) => url)).toEqual(
    Array(2).fill('https://acme.store-eu.ometria.services/api/track'),
  )
  expect(requests.map(({ headers }) => headers.get('authorization'))).toEqual([
    null,
    'Basic Y2Fmw6k68J+UkQ==',
  ])
})

test.each([
  ['a basket event without a visitor', { ...basketAdd, user: undefined }, 'user'],
  ['a view without a visitor', { scope: 'view' }, 'user'],
  ['a visitor without a session', { ...basketAdd, user: { uid: 'a' } }, 'user.sid'],
  ['an order without its number', { ...orderCancel, data: {} }, 'data.order_id'],
  ['an unknown scope', { ...orderCancel, scope: 'refund' }, 'scope'],
  ['nothing', null, 'scope'],
])('refuses %s, and sends nothing', async (_, event, path) => {
  const refusal = make().track(event as ServerEvent) // as plain JavaScript might
  await expect(refusal).rejects.toThrow(OmetriaValidationError)
  await expect(refusal).rejects.toMatchObject({ issues: [{ path }] })
  expect(mock.attempts).toEqual([])
})

test('tries again until Ometria is back, under the same request id', async () => {
  mock.faults.push({ status: 503 }, { drop: true }, { status: 408 }, { status: 429 })
  expect(await settled(make().track(add))).toMatchObject({ value: { status: 'delivered' } })
  expect(times()).toEqual([0, 1, 3, 7, 15])
  expect(new Set(mock.attempts.map(({ body }) => Object(body).request_id)).size).toBe(1)
  expect(mock.events).toHaveLength(1)
})

test('spreads its attempts over the whole of each wait', async () => {
  vi.spyOn(Math, 'random').mockReturnValue(0.25)
  mock.faults.push({ status: 503, times: 2 })
  await settled(make().track(cancel))
  expect(times()).toEqual([0, 0.25, 0.75])
})

test('waits as long as Ometria asks, and no longer than configured otherwise', async () => {
  mock.faults.push({ status: 429, retryAfter: 20 }, { status: 503, times: 3 })
  expect(await settled(make({ retry: { maxDelayMs: 20_000 } }).track(cancel))).toMatchObject({
    status: 'fulfilled',
  })
  expect(times()).toEqual([0, 20, 22, 26, 34])
})

test('leaves it where Ometria asks for a longer wait than configured', async () => {
  mock.faults.push({ status: 429, retryAfter: 3600 })
  expect(await settled(make().track(cancel))).toMatchObject({
    reason: {
      code: 'unavailable',
      message:
        'Ometria answered 429. It asks to wait for 3600 s. Tried once; hand the event over again later.',
    },
  })
  expect(mock.attempts).toHaveLength(1)
})

test('gives up after as many attempts as configured', async () => {
  mock.faults.push({ status: 500, times: Infinity })
  const result = await settled(make({ retry: { attempts: 3 } }).track(cancel))
  expect(result).toMatchObject({
    reason: { code: 'unavailable', message: expect.stringContaining('3 times') },
  })
  expect(mock.attempts).toHaveLength(3)
})

test('gives up on a server that never answers', async () => {
  mock.faults.push({ hang: true, times: Infinity })
  const result = await settled(make({ retry: { attempts: 2, timeoutMs: 4_000 } }).track(cancel))
  expect(result).toMatchObject({ reason: { code: 'unreachable' } })
  expect(times()).toEqual([0, 5])
})

test('gives up on a fetch that never settles and heeds no signal', async () => {
  const fetch = () => new Promise<Response>(() => {})
  const result = await settled(make({ fetch, retry: { attempts: 2 } }).track(cancel))
  expect(result).toMatchObject({ reason: { code: 'unreachable' } })
})

test('takes a 2xx at its word, whatever becomes of its body', async () => {
  const broken = new ReadableStream({ pull: controller => controller.error(new Error('reset')) })
  const endless = new ReadableStream({})
  for (const body of [broken, endless]) {
    const fetch = async () => new Response(body)
    expect(await settled(make({ fetch }).track(cancel))).toMatchObject({ value: { status: 'delivered' } })
  }
})

test('follows no redirect, which would lose the event', async () => {
  const seen: (string | undefined)[] = []
  const fetch: typeof globalThis.fetch = async (_, init) => {
    seen.push(init?.redirect)
    return Response.redirect('https://acme.example/')
  }
  expect(await settled(make({ fetch }).track(cancel))).toMatchObject({ reason: { code: 'account' } })
  expect(seen).toEqual(['manual'])
})

test.each([
  [{ status: 401 }, 'Ometria answered 401: it did not accept the credentials. Check `auth`'],
  [{ status: 404 }, "Ometria answered 404: there is no tracking endpoint at the account's address."],
  [{ status: 302 }, 'Ometria answered 302: the tracking endpoint never redirects.'],
  [{ body: '<html>Back soon' }, 'Ometria answered 200: this is a web page'],
])(
  "names cause and cure where the fault is the account's, %j, and does not try again",
  async (fault, message) => {
    mock.faults.push({ ...fault, times: Infinity })
    const auth = { key: 'shop-key', secret: 's3cret' }
    const { status, ...settlement } = await settled(make({ auth }).track(cancel))
    expect(status).toBe('rejected')
    expect(settlement).toMatchObject({
      reason: { code: 'account', message: expect.stringContaining(message) },
    })
    expect(settlement).toMatchObject({
      reason: {
        message: expect.stringMatching(/Tried once; hand the event over again once that is mended\.$/),
      },
    })
    expect(inspect(settlement, { depth: null, showHidden: true })).not.toMatch(/s3cret|shop-key/)
    expect(mock.attempts).toHaveLength(1)
  },
)

test('tries again where a load balancer says 502 with a page of HTML', async () => {
  mock.faults.push({ status: 502, body: '<html>502 Bad Gateway' })
  expect(await settled(make().track(cancel))).toMatchObject({ value: { status: 'delivered' } })
})

test('rejects for good with what Ometria said', async () => {
  mock.faults.push({ status: 400, body: { error: 'no such store' } })
  const refusal = make().track(cancel)
  await expect(refusal).rejects.toThrow(OmetriaRejectedError)
  await expect(refusal).rejects.toMatchObject({
    status: 400,
    body: { error: 'no such store' },
    message: expect.stringContaining('Ometria refused the event with status 400.'),
  })
  expect(mock.attempts).toHaveLength(1)
})

test.each<[string, typeof fetch]>([
  [
    'a fetch that throws its request',
    async (_, init) => Promise.reject(Object.assign(new Error('down'), { init })),
  ],
  [
    'a fetch that throws its headers',
    async (_, init) => Promise.reject(new Error(JSON.stringify(init?.headers))),
  ],
  ['a fetch that throws no error', async (_, init) => Promise.reject(init)],
  ['a server that echoes the headers', async (_, init) => Response.json(init, { status: 400 })],
  ['a server that escapes what it echoes', async () => new Response('{"seen":"ab\\/c"}', { status: 400 })],
])('no error holds the credentials after %s', async (_, fetch) => {
  const auth = { key: 'key', secret: 'ab/c' }
  const error = await make({ fetch, auth, retry: { attempts: 1 } })
    .track(cancel)
    .catch(error => error)
  expect(error).toBeInstanceOf(OmetriaError)
  const all = inspect(error, { depth: null, showHidden: true })
  for (const secret of [auth.secret, 'ab\\/c', btoa('key:ab/c')]) expect(all).not.toContain(secret)
})

test('says why the network failed', async () => {
  vi.useRealTimers()
  const fetch: typeof globalThis.fetch = (_, init) => globalThis.fetch('http://127.0.0.1:1', init)
  const error = await make({ fetch, retry: { attempts: 1 } })
    .track(cancel)
    .catch(error => error)
  expect(error).toMatchObject({
    code: 'unreachable',
    cause: { message: expect.stringMatching(/fetch failed|bad port/) },
  })
})

test.each([
  [{ ...keys, domainKey: 'acme.evil.example/' }, 'domainKey: expected'],
  [{ ...keys, locationKey: undefined }, 'locationKey: expected'],
  [{ ...keys, auth: { key: 'key', secret: '' } }, 'auth: expected { key, secret }'],
  [{ ...keys, retry: { attempts: 0 } }, 'retry.attempts: expected a number above 0'],
  [{ ...keys, retry: { maxDelayMs: Infinity } }, 'retry.maxDelayMs: expected a number of milliseconds'],
])('throws where it is made with %j', (config, sentence) => {
  const made = () => createOmetriaServer(config as OmetriaServerConfig) // as plain JavaScript might
  expect(made).toThrow(OmetriaConfigError)
  expect(made).toThrow(sentence)
})
