import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { fetchMock, idle, mock, openPage, reference, stored } from '../test/page.js'
import {
  createOmetriaClient,
  type OmetriaConfig,
  OmetriaConfigError,
  OmetriaValidationError,
  type TrackEvent,
} from './index.js'

/** Whatever the page would show of an accident. */
const accidents = vi.fn()
beforeEach(() => {
  accidents.mockClear()
  addEventListener('error', accidents)
  addEventListener('unhandledrejection', accidents)
})
afterEach(() => {
  removeEventListener('error', accidents)
  removeEventListener('unhandledrejection', accidents)
})

/** What JavaScript lets a shop write. */
const written = (event: unknown) => event as TrackEvent

const { basketAdd, orderAdd, orderCancel } = reference
const [line] = orderAdd.data.order_lines
const basket = (data: unknown) => ({ ...basketAdd, data })
const order = (data: object) => ({ ...orderAdd, data: { ...orderAdd.data, ...data } })
const lined = (changes: object) => order({ order_lines: [line, { ...line, ...changes }] })
const circle: Record<string, unknown> = {}
circle.round = circle

describe('a bad event is refused by its path, told once, and leaves no trace:', () => {
  test.each<[name: string, event: unknown, path: string]>([
    ['nothing', undefined, ''],
    ['null', null, ''],
    ['text', 'basket', ''],
    ['a number', 7, ''],
    ['a list', [basketAdd], ''],
    ['a function', () => basketAdd, ''],
    ['an empty object', {}, 'scope'],
    ['an unknown scope', { ...basketAdd, scope: 'cart' }, 'scope'],
    ['an inherited scope', { ...basketAdd, scope: 'constructor' }, 'scope'],
    ['a list for a scope', { ...basketAdd, scope: ['basket'] }, 'scope'],
    ['a scope that has no text', { ...basketAdd, scope: { toString: null } }, 'scope'],
    ['an unknown action', { ...basketAdd, action: 'buy' }, 'action'],
    ['an action of another scope', { ...orderAdd, action: 'remove' }, 'action'],
    ['no action', { scope: 'basket', data: basketAdd.data }, 'action'],
    ['a blank view action', { scope: 'view', action: '\t' }, 'action'],
    ['no data', { scope: 'basket', action: 'add' }, 'data'],
    ['text for data', basket('{"product_id":"abc"}'), 'data'],
    ['a list for data', { scope: 'view', data: [1] }, 'data'],
    ['a missing product', basket({ quantity: 1 }), 'data.product_id'],
    ['a blank product', basket({ product_id: ' ', quantity: 1 }), 'data.product_id'],
    ['a missing quantity', basket({ product_id: 'abc' }), 'data.quantity'],
    ['a quantity of NaN', basket({ product_id: 'abc', quantity: NaN }), 'data.quantity'],
    ['an infinite quantity', basket({ product_id: 'abc', quantity: Infinity }), 'data.quantity'],
    ['a negative quantity', basket({ product_id: 'abc', quantity: -1 }), 'data.quantity'],
    ['a quantity in words', basket({ product_id: 'abc', quantity: 'one' }), 'data.quantity'],
    ['a quantity in hex', basket({ product_id: 'abc', quantity: '0x10' }), 'data.quantity'],
    ['a BigInt for a quantity', basket({ product_id: 'abc', quantity: 1n }), 'data.quantity'],
    ['a missing order id', order({ order_id: undefined }), 'data.order_id'],
    ['a null order id', order({ order_id: null }), 'data.order_id'],
    ['an order id beyond 2^53', order({ order_id: 2 ** 60 }), 'data.order_id'],
    ['a missing total', order({ order_total: undefined }), 'data.order_total'],
    ['a total with its currency', order({ order_total: '$74.96' }), 'data.order_total'],
    ['a total with a comma', order({ order_total: '74,96' }), 'data.order_total'],
    ['a blank currency', order({ order_currency: '' }), 'data.order_currency'],
    ['no lines', order({ order_lines: [] }), 'data.order_lines'],
    ['one line for a list', order({ order_lines: line }), 'data.order_lines'],
    ['null for a line', order({ order_lines: [line, null] }), 'data.order_lines[1]'],
    [
      'a line without its total',
      lined({ order_line_total: undefined }),
      'data.order_lines[1].order_line_total',
    ],
    ['a line’s product in an object', lined({ product_id: { id: 1 } }), 'data.order_lines[1].product_id'],
    ['a blank product name', lined({ product_name: '' }), 'data.order_lines[1].product_name'],
    ['more than an id to cancel', { ...orderCancel, data: { order_id: 1, reason: 'size' } }, 'data.reason'],
    ['a visitor', { ...basketAdd, user: { uid: 'u', sid: 's' } }, 'user'],
    ['an unknown key at the top', { ...basketAdd, product_id: 'abc' }, 'product_id'],
    ['text for context', { ...basketAdd, context: 'accessories' }, 'context'],
    ['a blank context', { ...basketAdd, context: { page: '' } }, 'context.page'],
    ['a request id in an object', { ...basketAdd, request_id: {} }, 'request_id'],
    ['a request id of NaN', { ...basketAdd, request_id: NaN }, 'request_id'],
    ['a circle', { scope: 'view', data: { circle } }, 'data.circle.round'],
    ['a BigInt deep in data', { scope: 'view', data: { list: [{ count: 1n }] } }, 'data.list[0].count'],
    ['5 MB', { scope: 'view', data: { text: 'a'.repeat(5_000_000) } }, 'data'],
    ['a getter that throws', thrower({ scope: 'view' }, 'data'), 'event'],
    ['a getter further in that throws', { scope: 'view', data: { own: thrower({}, 'deep') } }, 'event'],
    ['a scope that throws', thrower({}, 'scope'), 'event'],
    ['a request id that throws', thrower({ ...basketAdd }, 'request_id'), 'event'],
    ['a proxy that throws at everything', hostileProxy(), 'event'],
    ['a revoked proxy', revokedProxy(), 'event'],
  ])('%s', async (_, event, path) => {
    const { client, told, activities } = openPage()
    const error: unknown = await client.track(written(event)).catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(OmetriaValidationError)
    expect(error).toMatchObject({
      code: 'invalid',
      message: expect.stringContaining(`The event was not sent. ${path}`),
    })
    // By identity: what throws at every look can not be compared otherwise.
    expect(told.map(([reason, about]) => [reason === error, about === event])).toEqual([[true, true]])
    expect(activities.map(({ event: about, ...step }) => [about === event, step])).toEqual([
      [true, expect.objectContaining({ type: 'ended', reason: 'invalid', error })],
    ])
    await client.flush()
    expect([mock.attempts, stored(), document.cookie, accidents.mock.calls]).toEqual([[], [], '', []])
    expect(await client.track(basketAdd)).toMatchObject({ status: 'delivered' })
  })
})

function thrower(object: object, key: string): object {
  return Object.defineProperty(object, key, {
    enumerable: true,
    get() {
      throw new Error('the shop’s own')
    },
  })
}

function hostileProxy(): object {
  const refuse = () => {
    throw new Error('the shop’s own')
  }
  return new Proxy({}, { get: refuse, has: refuse, ownKeys: refuse, getOwnPropertyDescriptor: refuse })
}

function revokedProxy(): object {
  const { proxy, revoke } = Proxy.revocable({}, {})
  revoke()
  return proxy
}

test('data may be nested 100 levels deep, and no deeper', async () => {
  const nested = (levels: number) => {
    let deep: unknown[] = []
    for (let level = 1; level < levels; level++) deep = [deep]
    return { scope: 'view', data: { deep } } as const
  }
  const { client } = openPage()
  expect(await client.track(nested(100))).toMatchObject({ status: 'delivered' })
  for (const levels of [101, 100_000]) {
    await expect(client.track(nested(levels))).rejects.toThrow(/data\.deep.*: expected at most 100 levels/)
  }
})

test('what is refused is refused before consent is given too', async () => {
  const { client } = openPage({ consent: 'pending' })
  await expect(client.track(written({}))).rejects.toBeInstanceOf(OmetriaValidationError)
})

test('where consent is denied nothing is looked at', async () => {
  const { client, told } = openPage({ consent: 'denied' })
  for (const event of [undefined, {}, hostileProxy(), thrower({}, 'request_id')]) {
    expect(await client.track(written(event))).toEqual({ status: 'suppressed', reason: 'consent' })
  }
  expect(told).toEqual([])
})

test('a caller who does not look makes no noise', async () => {
  const { client, told } = openPage()
  void client.track(written({}))
  await vi.waitFor(() => expect(told).toHaveLength(1))
  await idle()
  expect(accidents).not.toHaveBeenCalled()
})

describe('unusable configuration is told once, nothing throws, and every event is rejected:', () => {
  const consent = 'granted'
  test.each<[name: string, config: object, path: string]>([
    ['a host in place of a key', { domainKey: 'evil.com/', locationKey: 'eu', consent }, 'domainKey'],
    ['a dot in a key', { domainKey: 'a.b', locationKey: 'eu', consent }, 'domainKey'],
    ['a path in a key', { domainKey: 'shop', locationKey: 'a/..', consent }, 'locationKey'],
    ['a missing key', { domainKey: 'shop', consent }, 'locationKey'],
    [
      'a key from an environment without it',
      { domainKey: undefined, locationKey: 'eu', consent },
      'domainKey',
    ],
    ['a protocol-relative endpoint', { endpoint: '//evil.com/track', consent }, 'endpoint'],
    ['a script for an endpoint', { endpoint: 'javascript:alert(1)', consent }, 'endpoint'],
    ['no consent', { endpoint: '/api' }, 'consent'],
    ['an unknown word of consent', { endpoint: '/api', consent: 'yes' }, 'consent'],
    ['no room for events', { endpoint: '/api', consent, delivery: { maxEvents: 0 } }, 'delivery.maxEvents'],
  ])('%s', async (_, config, path) => {
    const onError = vi.fn()
    const fetch = vi.fn(fetchMock)
    const client = createOmetriaClient({ ...config, onError, fetch } as unknown as OmetriaConfig)
    for (let n = 0; n < 2; n++) {
      await expect(client.track(basketAdd)).rejects.toEqual(
        expect.objectContaining({
          name: 'OmetriaConfigError',
          message: expect.stringMatching(`^${path}: expected `),
        }),
      )
    }
    await client.flush()
    expect(client.getUser()).toBeNull()
    client.setConsent('denied')
    client.setConsent('granted')
    client.destroy()
    expect(onError).toHaveBeenCalledExactlyOnceWith(expect.any(OmetriaConfigError), undefined)
    expect([fetch.mock.calls, stored(), document.cookie, accidents.mock.calls]).toEqual([[], [], '', []])
  })

  test.each([undefined, null, 'shop', 7])('%j', async config => {
    const client = createOmetriaClient(config as unknown as OmetriaConfig)
    await expect(client.track(basketAdd)).rejects.toBeInstanceOf(OmetriaConfigError)
    client.destroy()
    expect(accidents).not.toHaveBeenCalled()
  })
})

test('null for a setting counts as none', async () => {
  const nothing = JSON.parse('{"context":null,"user":null,"cookies":null,"onError":null,"delivery":null}')
  const { client } = openPage(nothing)
  expect(await client.track(basketAdd)).toMatchObject({ status: 'delivered' })
  expect(accidents).not.toHaveBeenCalled()
})

test('a visitor from outside who is none is named', async () => {
  const { client } = openPage({ user: { uid: 'u', sid: '' } })
  await expect(client.track(basketAdd)).rejects.toThrow('user.sid: expected text')
})
