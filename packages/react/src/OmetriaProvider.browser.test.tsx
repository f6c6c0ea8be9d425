import { type ReactNode, StrictMode } from 'react'
import { describe, expect, test, vi } from 'vitest'
import { render } from 'vitest-browser-react'
import { OmetriaConfigError, OmetriaProvider, TrackOrderPlaced } from './index.js'
import { endpoint, fetchMock, idle, mock, order, platform, renderClient, Shop } from './page.test-setup.js'

const delivered = expect.objectContaining({ status: 'delivered' })

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
