import { type ReactNode, StrictMode, Suspense, use, useEffect } from 'react'
import { describe, expect, test, vi } from 'vitest'
import { render } from 'vitest-browser-react'
import {
  type Consent,
  type ConsentSource,
  createOmetriaClient,
  type OmetriaClient,
  OmetriaConfigError,
  OmetriaProvider,
  TrackOrderPlaced,
  TrackView,
  useOmetria,
  useTrackBasket,
} from './index.js'
import { added, arrived, endpoint, fetchMock, idle, mock, order, Shop } from './page.test-setup.js'

/** A consent platform that counts who listens to it. */
function platform(word: Consent = 'granted') {
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
async function renderClient(ui: (reveal: ReactNode) => ReactNode) {
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

describe('props that change count from then on:', () => {
  test('context', async () => {
    const { client, show } = await renderClient(reveal => <Shop context={{ language: 'en' }}>{reveal}</Shop>)
    await client().track({ scope: 'view' })
    await show(reveal => <Shop context={() => ({ language: 'de' })}>{reveal}</Shop>)
    await client().track({ scope: 'view' })
    await show(reveal => <Shop>{reveal}</Shop>)
    await client().track({ scope: 'view' })
    expect(mock.events.map(({ context }) => context?.language)).toEqual(['en', 'de', undefined])
  })

  test('onError', async () => {
    const [first, second] = [vi.fn(), vi.fn()]
    const { client, show } = await renderClient(reveal => <Shop onError={first}>{reveal}</Shop>)
    const wrong = { scope: 'view', action: '' } as const
    await client()
      .track(wrong)
      .catch(() => {})
    await show(reveal => <Shop onError={second}>{reveal}</Shop>)
    await client()
      .track(wrong)
      .catch(() => {})
    await show(reveal => <Shop>{reveal}</Shop>)
    await client()
      .track(wrong)
      .catch(() => {})
    expect([first.mock.calls.length, second.mock.calls.length]).toEqual([1, 1])
  })

  test('user', async () => {
    const [ada, bob] = [
      { uid: 'ada', sid: '1' },
      { uid: 'bob', sid: '2' },
    ]
    const { client, show } = await renderClient(reveal => <Shop user={ada}>{reveal}</Shop>)
    await client().track({ scope: 'view' })
    await show(reveal => <Shop user={bob}>{reveal}</Shop>)
    await client().track({ scope: 'view' })
    expect(mock.events.map(({ user }) => user)).toEqual([ada, bob])
  })

  test('consent, which sends what it held back or removes what it left', async () => {
    const { client, show } = await renderClient(reveal => <Shop consent="pending">{reveal}</Shop>)
    const receipt = client().track({ scope: 'order', action: 'add', data: order() })
    await idle()
    expect([mock.attempts, client().getUser()]).toEqual([[], null])
    await show(reveal => <Shop consent="granted">{reveal}</Shop>)
    expect(await receipt).toEqual(delivered)
    await show(reveal => <Shop consent="denied">{reveal}</Shop>)
    expect([localStorage.length, document.cookie]).toEqual([0, ''])
  })

  test('consent, before the effects of the children in the same render', async () => {
    const { show } = await renderClient(reveal => <Shop consent="granted">{reveal}</Shop>)
    await show(() => (
      <Shop consent="denied">
        <TrackOrderPlaced order={order()} />
      </Shop>
    ))
    await idle()
    expect(mock.attempts).toEqual([])
  })

  test('a consent source, which is the only one that is heard', async () => {
    const [first, second] = [platform(), platform('denied')]
    const { client, show } = await renderClient(reveal => <Shop consent={first.source}>{reveal}</Shop>)
    await show(reveal => <Shop consent={second.source}>{reveal}</Shop>)
    expect([first.listeners.size, second.listeners.size, client().getConsent()]).toEqual([0, 1, 'denied'])
  })

  test('a consent source that is written in place, at each render', async () => {
    const { client, show } = await renderClient(reveal => (
      <Shop consent={{ get: () => 'granted', subscribe: () => () => {} }}>{reveal}</Shop>
    ))
    const receipts = []
    for (let n = 0; n < 5; n++) {
      receipts.push(client().track({ scope: 'view' }))
      await show(reveal => (
        <Shop consent={{ get: () => 'granted', subscribe: () => () => {} }}>{reveal}</Shop>
      ))
    }
    expect(await Promise.all(receipts)).toEqual(Array(5).fill(delivered))
    expect(mock.attempts).toHaveLength(5)
  })
})

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

test('providers for two accounts share nothing', async () => {
  const sent: [url: string, order: unknown][] = []
  const fetch: typeof globalThis.fetch = async (url, init) => {
    sent.push([String(url), JSON.parse(String(init?.body)).data.order_id])
    return fetchMock(url, init)
  }
  await render(
    <Shop fetch={fetch}>
      <TrackOrderPlaced order={order('1')} />
      <OmetriaProvider endpoint={`${endpoint()}&other`} consent="granted" fetch={fetch}>
        <TrackOrderPlaced order={order('1')} />
      </OmetriaProvider>
    </Shop>,
  )
  await vi.waitFor(() => expect(sent).toHaveLength(2))
  expect(new Map(sent)).toEqual(
    new Map([
      [endpoint(), '1'],
      [`${endpoint()}&other`, '1'],
    ]),
  )
})

describe('unusable configuration', () => {
  test.each([
    ['StrictMode', StrictMode],
    ['one render', 'div' as const],
  ])('is told once (%s), and the shop stands', async (_, Mode) => {
    const [onError, orderError] = [vi.fn(), vi.fn()]
    const { getByText } = await render(
      <Mode>
        <OmetriaProvider domainKey="evil.com/" locationKey="eu" consent="granted" onError={onError}>
          <TrackOrderPlaced order={order()} onError={orderError} />
          <p>Thank you</p>
        </OmetriaProvider>
      </Mode>,
    )
    await vi.waitFor(() => expect(orderError).toHaveBeenCalledExactlyOnceWith(expect.any(OmetriaConfigError)))
    expect(onError).toHaveBeenCalledExactlyOnceWith(expect.any(OmetriaConfigError), undefined)
    await expect.element(getByText('Thank you')).toBeVisible()
  })

  test('that has no JSON does not break the render', async () => {
    const onError = vi.fn()
    const domainKey = JSON.parse('7', (_, value) => BigInt(value))
    await render(
      <OmetriaProvider domainKey={domainKey} locationKey="eu" consent="granted" onError={onError} />,
    )
    await vi.waitFor(() => expect(onError).toHaveBeenCalledOnce())
  })

  test('is over once it is mended', async () => {
    const ui = (endpoint: string) => (reveal: ReactNode) => (
      <OmetriaProvider endpoint={endpoint} consent="granted" fetch={fetchMock}>
        {reveal}
      </OmetriaProvider>
    )
    const { client, show } = await renderClient(ui('//evil.com'))
    await expect(client().track({ scope: 'view' })).rejects.toBeInstanceOf(OmetriaConfigError)
    await show(ui(endpoint()))
    expect(await client().track({ scope: 'view' })).toEqual(delivered)
  })
})
