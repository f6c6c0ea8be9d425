import { createMockOmetria } from 'ometria-mock'
import orderAdd from 'ometria-mock/fixtures/order-add.json' with { type: 'json' }
import type { ReactNode } from 'react'
import { afterEach, beforeEach, expect, vi } from 'vitest'
import { cleanup, render } from 'vitest-browser-react'
import {
  type Consent,
  type ConsentSource,
  type OmetriaClient,
  type OmetriaConfig,
  OmetriaError,
  OmetriaProvider,
  type Order,
  useOmetria,
} from './index.js'

/** The reference's order under another number, a new object each time. */
export const order = (order_id = 'ABC-123'): Order => ({ ...orderAdd.data, order_id })

export const added = (product_id: string) => ({ action: 'add', data: { product_id, quantity: 1 } }) as const

/** Ometria, for this test: another's request may still be under way. */
export let mock = createMockOmetria()
export const fetchMock: typeof fetch = (url, init) => mock.fetch(url, init)

let tests = 0

/** Where this test's events go. */
export const endpoint = () => `https://mock.test/api/track?test=${tests}`

/** What arrived, in order: the order's, the product's or the page's id. */
export const arrived = () =>
  mock.events.map(({ data, context }) => data.order_id ?? data.product_id ?? context?.product)

type Settings = Partial<Omit<OmetriaConfig, 'endpoint' | 'domainKey' | 'locationKey'>>

/** A shop whose Ometria is the mock. */
export function Shop({ children, ...settings }: Settings & { children?: ReactNode }) {
  return (
    <OmetriaProvider endpoint={endpoint()} consent="granted" fetch={fetchMock} {...settings}>
      {children}
    </OmetriaProvider>
  )
}

/** A consent platform that counts who listens to it. */
export function platform(word: Consent = 'granted') {
  const listeners = new Set<() => void>()
  const source: ConsentSource = {
    get: () => word,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
  return { source, listeners }
}

/** Hands out the client that the hook finds. */
function Reveal({ onClient }: { onClient: (client: OmetriaClient) => void }) {
  onClient(useOmetria())
  return null
}

/** Renders, and answers with the client that is there at last. */
export async function renderClient(ui: (reveal: ReactNode) => ReactNode) {
  let client: OmetriaClient | undefined
  const reveal = (
    <Reveal
      onClient={found => {
        client = found
      }}
    />
  )
  const screen = await render(ui(reveal))
  return {
    ...screen,
    show: (next: (reveal: ReactNode) => ReactNode) => screen.rerender(next(reveal)),
    client: () => client as OmetriaClient,
  }
}

/** When what was planned for now is over: effects and timers that are due, and the lock's turns. */
export async function idle() {
  await new Promise(resolve => setTimeout(resolve, 10))
  await navigator.locks.request(`ometria|lock|${endpoint()}`, () => {})
}

/** When nobody has a turn any more, at sending or at the basket. */
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

function clean() {
  localStorage.clear()
  for (const cookie of document.cookie.split('; ')) {
    document.cookie = `${cookie.split('=')[0]}=; Path=/; Max-Age=0`
  }
}

const spoken = { error: vi.fn(), warn: vi.fn() }

beforeEach(() => {
  tests++
  mock = createMockOmetria()
  clean()
  spoken.error = vi.spyOn(console, 'error').mockImplementation(() => {})
  spoken.warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
})

afterEach(async () => {
  // Nothing in the console but what Ometria says in development: React has no reason to warn.
  const words = [...spoken.error.mock.calls, ...spoken.warn.mock.calls]
  expect(words.filter(([word]) => !(word instanceof OmetriaError))).toEqual([])
  vi.restoreAllMocks()
  await cleanup()
  mock.reset()
  clean()
})
