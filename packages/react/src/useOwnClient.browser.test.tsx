import { Activity, type ReactNode, StrictMode, Suspense, use, useEffect, useLayoutEffect } from 'react'
import { describe, expect, test, vi } from 'vitest'
import { render } from 'vitest-browser-react'
import {
  createOmetriaClient,
  OmetriaProvider,
  type Receipt,
  TrackOrderPlaced,
  TrackView,
  useOmetria,
  useTrackBasket,
} from './index.js'
import {
  added,
  arrived,
  endpoint,
  fetchMock,
  idle,
  mock,
  order,
  platform,
  renderClient,
  Shop,
} from './page.test-setup.js'

const delivered = expect.objectContaining({ status: 'delivered' })

describe('the client', () => {
  test('stays the same while the account does', async () => {
    const { client, show } = await renderClient(reveal => <Shop>{reveal}</Shop>)
    const first = client()
    await show(reveal => (
      <Shop consent="denied" context={{ language: 'en' }} onError={() => {}} delivery={{ timeoutMs: 1 }}>
        {reveal}
      </Shop>
    ))
    expect(client()).toBe(first)
  })

  test('is there before any effect runs', async () => {
    await render(
      <Shop>
        <TrackOrderPlaced order={order()} />
      </Shop>,
    )
    await vi.waitFor(() => expect(arrived()).toEqual(['ABC-123']))
  })

  test.each([
    ['StrictMode', StrictMode],
    ['one render', 'div' as const],
  ])(
    'that %s makes and drops begins nothing: one listens, and none once it is unmounted',
    async (_, Mode) => {
      const { source, listeners } = platform()
      const { unmount } = await render(
        <Mode>
          <Shop consent={source}>
            <TrackView />
          </Shop>
        </Mode>,
      )
      await idle()
      expect(listeners.size).toBe(1)
      await unmount()
      await idle()
      expect(listeners.size).toBe(0)
    },
  )

  test('of a render that suspended and was thrown away begins nothing', async () => {
    const { source, listeners } = platform()
    let arrive = () => {}
    const coming = new Promise<void>(resolve => {
      arrive = resolve
    })
    await render(
      <Suspense fallback="…">
        <Shop consent={source}>
          <Waits coming={coming} />
        </Shop>
      </Suspense>,
    )
    await idle()
    expect(listeners.size).toBe(0)
    arrive()
    await vi.waitFor(() => expect(listeners.size).toBe(1))
  })

  test('given from elsewhere is used as it is, and outlives the provider', async () => {
    const own = createOmetriaClient({ endpoint: endpoint(), consent: 'granted', fetch: fetchMock })
    const { source, listeners } = platform()
    own.setConsent(source)
    const { client, unmount } = await renderClient(reveal => (
      <StrictMode>
        <OmetriaProvider client={own}>
          {reveal}
          <TrackOrderPlaced order={order()} />
        </OmetriaProvider>
      </StrictMode>
    ))
    expect(client()).toBe(own)
    await vi.waitFor(() => expect(arrived()).toEqual(['ABC-123']))
    await unmount()
    expect(listeners.size).toBe(1)
    expect(await own.track({ scope: 'view' })).toEqual(delivered)
    own.destroy()
  })

  test('given takes the place of the provider’s own, which ends', async () => {
    const { source, listeners } = platform()
    const own = createOmetriaClient({ endpoint: endpoint(), consent: 'granted', fetch: fetchMock })
    const { client, show } = await renderClient(reveal => <Shop consent={source}>{reveal}</Shop>)
    await show(reveal => <OmetriaProvider client={own}>{reveal}</OmetriaProvider>)
    expect([client(), listeners.size]).toEqual([own, 0])
    own.destroy()
  })
})

function Waits({ coming }: { coming: Promise<void> }) {
  use(coming)
  return null
}

describe('another account at run time', () => {
  const another = () => `${endpoint()}&another`

  test('gets a client of its own; what waited for the old one never goes to it', async () => {
    const sent: [url: string, product: unknown][] = []
    const fetch: typeof globalThis.fetch = async (url, init) => {
      sent.push([String(url), JSON.parse(String(init?.body)).data.product_id])
      return fetchMock(url, init)
    }
    const ui = (endpoint: string) => (reveal: ReactNode) => (
      <OmetriaProvider endpoint={endpoint} consent="granted" fetch={fetch}>
        {reveal}
      </OmetriaProvider>
    )
    mock.faults.push({ status: 503, retryAfter: 60 })
    const { client, show } = await renderClient(ui(endpoint()))
    const old = client()
    for (const id of ['a', 'b']) void old.track({ scope: 'basket', ...added(id) })
    await vi.waitFor(() => expect(sent).toHaveLength(1))
    await show(ui(another()))
    expect(client()).not.toBe(old)
    expect(await client().track({ scope: 'basket', ...added('c') })).toEqual(delivered)
    await idle()
    expect(sent).toEqual([
      [endpoint(), 'a'],
      [another(), 'c'],
    ])
    expect(Object.keys(localStorage).filter(key => key.includes(`${endpoint()}|`))).not.toEqual([])
  })

  test('is what the hooks track to, from the first effect on', async () => {
    const sent: string[] = []
    const fetch: typeof globalThis.fetch = async (url, init) => {
      sent.push(String(url))
      return fetchMock(url, init)
    }
    const ui = (endpoint: string) => (
      <OmetriaProvider endpoint={endpoint} consent="granted" fetch={fetch}>
        <Adds product={endpoint} />
      </OmetriaProvider>
    )
    const { rerender } = await render(ui(endpoint()))
    await vi.waitFor(() => expect(sent).toEqual([endpoint()]))
    await rerender(ui(another()))
    await vi.waitFor(() => expect(sent).toEqual([endpoint(), another()]))
  })
})

test('the client of an earlier account sends and keeps nothing once consent was taken back', async () => {
  const ui = (account: string, consent: 'granted' | 'denied') => (reveal: ReactNode) => (
    <OmetriaProvider endpoint={`${endpoint()}&${account}`} consent={consent} fetch={fetchMock}>
      {reveal}
    </OmetriaProvider>
  )
  const { client, show } = await renderClient(ui('before', 'granted'))
  // A handler of before may have it, and still wait for something.
  const earlier = client()
  await earlier.track({ scope: 'basket', ...added('a') })
  await show(ui('now', 'granted'))
  await show(ui('now', 'denied'))
  expect(await earlier.track({ scope: 'basket', ...added('b') })).toEqual({
    status: 'suppressed',
    reason: 'consent',
  })
  expect([arrived(), document.cookie, localStorage.length]).toEqual([['a'], '', 0])
})

test('a layout effect in the commit that grants consent tracks with consent', async () => {
  const onReceipt = vi.fn()
  const { rerender } = await render(<Shop consent="denied" />)
  await rerender(
    <Shop consent="granted">
      <Welcome onReceipt={onReceipt} />
    </Shop>,
  )
  await vi.waitFor(() => expect(onReceipt).toHaveBeenCalledExactlyOnceWith(delivered))
})

/** Tracks before any effect of the provider's that is no insertion effect. */
function Welcome({ onReceipt }: { onReceipt: (receipt: Receipt) => void }) {
  const client = useOmetria()
  useLayoutEffect(() => void client.track({ scope: 'view' }).then(onReceipt), [client, onReceipt])
  return null
}

test.each([
  [
    'is hidden and revealed',
    (n: number) => (
      <Activity mode={n % 2 ? 'hidden' : 'visible'}>
        <Shop />
      </Activity>
    ),
  ],
  ['has another user each time', (n: number) => <Shop user={{ uid: `${n}`, sid: '1' }} />],
])('a provider that %s does not ask a server that is down again', async (_, ui) => {
  const client = createOmetriaClient({ endpoint: endpoint(), consent: 'granted', fetch: fetchMock })
  for (let n = 0; n < 20; n++) void client.track({ scope: 'basket', ...added(`${n}`) })
  client.destroy()
  vi.spyOn(Math, 'random').mockReturnValue(1)
  mock.faults.push({ status: 503, times: Number.POSITIVE_INFINITY })
  const { rerender } = await render(ui(0))
  // From the second failure on the server is taken to be down.
  await vi.waitFor(() => expect(mock.attempts).toHaveLength(2))
  await idle()
  // No time passes, so no question is due.
  vi.spyOn(performance, 'now').mockReturnValue(performance.now())
  for (let n = 1; n <= 10; n++) {
    await rerender(ui(n))
    await idle()
  }
  expect(mock.attempts).toHaveLength(2)
})

/** Puts each product that it is given into the basket. */
function Adds({ product }: { product: string }) {
  const { mutate } = useTrackBasket()
  useEffect(() => mutate(added(product)), [mutate, product])
  return null
}

test('what waits when the provider goes is sent when it is back', async () => {
  const ui = (
    <StrictMode>
      <Shop>
        <Adds product="a" />
      </Shop>
    </StrictMode>
  )
  vi.spyOn(Math, 'random').mockReturnValue(1)
  mock.faults.push({ status: 500, times: 2 })
  const { unmount } = await render(ui)
  await vi.waitFor(() => expect(mock.attempts).toHaveLength(2))
  await unmount()
  await render(<Shop />)
  // StrictMode ran the effect twice: two things were put into the basket.
  await vi.waitFor(() => expect(arrived()).toEqual(['a', 'a']))
})
