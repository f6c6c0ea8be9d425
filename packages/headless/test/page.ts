import { createMockOmetria } from 'ometria-mock'
import basketAdd from 'ometria-mock/fixtures/basket-add.json' with { type: 'json' }
import orderAdd from 'ometria-mock/fixtures/order-add.json' with { type: 'json' }
import orderCancel from 'ometria-mock/fixtures/order-cancel.json' with { type: 'json' }
import { afterEach, beforeEach, expect, vi } from 'vitest'
import type { Account, OmetriaConfig } from '../src/config.js'
import {
  type Activity,
  createOmetriaClient,
  type OmetriaClient,
  type OmetriaError,
  type TrackEvent,
} from '../src/index.js'

/** The reference's own examples. */
export const reference = {
  basketAdd: { scope: 'basket', action: 'add', data: basketAdd.data, context: basketAdd.context },
  orderAdd: { scope: 'order', action: 'add', data: orderAdd.data },
  orderCancel: { scope: 'order', action: 'cancel', data: orderCancel.data },
} satisfies Record<string, TrackEvent>

export const placed = (order_id: string) =>
  ({ ...reference.orderAdd, data: { ...orderAdd.data, order_id } }) satisfies TrackEvent
export const cancelled = (order_id: string) =>
  ({ scope: 'order', action: 'cancel', data: { order_id } }) satisfies TrackEvent
export const added = (product_id: string) =>
  ({ scope: 'basket', action: 'add', data: { product_id, quantity: 1 } }) satisfies TrackEvent
export const viewed = (product: string) => ({ scope: 'view', context: { product } }) satisfies TrackEvent

/** Ometria, for this test: another's request may still be under way. */
export let mock = createMockOmetria()
export const fetchMock: typeof fetch = (url, init) => mock.fetch(new Request(url, init))

/** What was tried, in order: the order's or the product's id. */
export const tried = () =>
  mock.attempts.map(({ body }) => {
    const { data, context } = Object(body)
    return data.order_id ?? data.product_id ?? context.product
  })

const clients = new Set<OmetriaClient>()
let tests = 0

/** Where this test's events go: an address of its own, so that no lock and no entry of another test's is in its way. */
export const endpoint = () => `https://mock.test/api/track?test=${tests}`

type Settings = Partial<Omit<OmetriaConfig, keyof Account>> & { endpoint?: string }

/** A client as a page of the shop makes it, and all that it tells. */
export function openPage(settings: Settings = {}) {
  const told: [error: OmetriaError, event: TrackEvent | undefined][] = []
  const activities: Activity[] = []
  const client = createOmetriaClient({
    endpoint: endpoint(),
    consent: 'granted',
    fetch: fetchMock,
    onError: (error, event) => told.push([error, event]),
    ...settings,
  })
  clients.add(client)
  client.subscribe(activity => activities.push(activity))
  return { client, told, activities }
}

const now = Date.now

/** The visitor's clock goes wrong by so much. */
export function setClock(byMs: number) {
  vi.spyOn(Date, 'now').mockImplementation(() => now() + byMs)
}

/** Backoffs of hundredths of their time. */
export function hurry() {
  vi.spyOn(Math, 'random').mockReturnValue(0.01)
}

/** Backoffs of their full time. */
export function dawdle() {
  vi.spyOn(Math, 'random').mockReturnValue(1)
}

/** When what was planned for now is over: timers that are due, and the lock's turns. */
export async function idle() {
  await new Promise(resolve => setTimeout(resolve, 10))
  await navigator.locks.request(`ometria|lock|${endpoint()}`, () => {})
}

/** When nobody has a turn any more, at sending or at the basket. A notice of delivered orders may stay. */
export async function quiet() {
  for (let round = 0; round < 2; round++) {
    await idle()
    await vi.waitFor(
      async () => {
        const { held = [], pending = [] } = await navigator.locks.query()
        expect(
          [...held, ...pending].filter(({ name = '' }) => /^ometria\|(?!.*\|delivered )/.test(name)),
        ).toEqual([])
      },
      { timeout: 5_000 },
    )
  }
}

/** What stands in storage for this test's endpoint, but for what is known of the server. */
export const stored = () =>
  Object.entries(localStorage).filter(
    ([key]) => key.split('|')[2] === endpoint() && !key.startsWith('ometria|health|'),
  )

function clean() {
  localStorage.clear()
  for (const cookie of document.cookie.split('; ')) {
    document.cookie = `${cookie.split('=')[0]}=; Path=/; Max-Age=0`
  }
}

beforeEach(() => {
  tests++
  mock = createMockOmetria()
  clean()
  // In development the console hears of each error too.
  vi.spyOn(console, 'error').mockImplementation(() => {})
})

afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
  for (const client of clients) client.destroy()
  clients.clear()
  mock.reset()
  clean()
})
