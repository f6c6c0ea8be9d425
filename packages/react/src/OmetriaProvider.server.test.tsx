import { Writable } from 'node:stream'
import { Suspense, use } from 'react'
import { renderToPipeableStream, renderToString } from 'react-dom/server'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import {
  type OmetriaClient,
  OmetriaProvider,
  TrackOrderPlaced,
  TrackView,
  useOmetria,
  useOmetriaUser,
  useTrackBasket,
  useTrackBasketLines,
  useTrackOrder,
  useTrackView,
} from './index.js'

const order = {
  order_id: '1',
  order_total: 1,
  order_currency: 'USD',
  order_lines: [{ product_id: 'a', quantity: 1, order_line_total: 1 }],
}

const fetch = vi.fn<typeof globalThis.fetch>()
const consent = { get: vi.fn(() => 'granted' as const), subscribe: vi.fn(() => () => {}) }

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('fetch', fetch)
  vi.spyOn(console, 'error').mockImplementation(() => {})
})

afterEach(async () => {
  await vi.advanceTimersByTimeAsync(60_000)
  expect([fetch.mock.calls, consent.subscribe.mock.calls, vi.getTimerCount()]).toEqual([[], [], 0])
  expect(console.error).not.toHaveBeenCalled()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

function Page({ clients = [] }: { clients?: OmetriaClient[] }) {
  clients.push(useOmetria())
  const user = useOmetriaUser()
  useTrackBasketLines([{ product_id: 'a', quantity: 1 }])
  const [basket, orders, view] = [useTrackBasket(), useTrackOrder(), useTrackView()]
  return <p>{[user === null, basket.status, orders.status, view.status].join(' ')}</p>
}

const shop = (clients?: OmetriaClient[], endpoint = '/api/ometria') => (
  <OmetriaProvider endpoint={endpoint} consent={consent}>
    <Page {...(clients && { clients })} />
    <TrackView context={{ page: 'home' }} />
    <TrackOrderPlaced order={order} />
  </OmetriaProvider>
)

test('everything renders on a server: nobody is known, nothing is sent, nothing is planned', () => {
  expect(renderToString(shop())).toBe('<p>true idle idle idle</p>')
})

test('everything renders in a stream, before and after what it waits for', async () => {
  const coming = new Promise<void>(resolve => setTimeout(resolve, 10))
  const chunks: string[] = []
  const into = new Writable({
    write(chunk, _, done) {
      chunks.push(String(chunk))
      done()
    },
  })
  const finished = new Promise(resolve => into.on('finish', resolve))
  const { pipe } = renderToPipeableStream(
    <Suspense fallback="…">
      {shop()}
      <Late coming={coming} />
    </Suspense>,
    { onShellReady: () => pipe(into) },
  )
  await vi.advanceTimersByTimeAsync(1_000)
  await finished
  expect(chunks.join('')).toContain('<p>true idle idle idle</p>')
  expect(chunks.join('')).toContain('<p>late</p>')
})

function Late({ coming }: { coming: Promise<void> }) {
  use(coming)
  return <p>late</p>
}

test('two requests share nothing', async () => {
  const [one, other]: OmetriaClient[][] = [[], []]
  renderToString(shop(one))
  renderToString(shop(other))
  expect(one?.[0]).not.toBe(other?.[0])
})

test('unusable configuration does not break the page', () => {
  expect(renderToString(shop(undefined, '//evil.com'))).toBe('<p>true idle idle idle</p>')
})
