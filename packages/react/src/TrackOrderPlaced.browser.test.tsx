import orderAdd from 'ometria-mock/fixtures/order-add.json' with { type: 'json' }
import { Activity, type ReactNode, StrictMode, Suspense, use, useEffect } from 'react'
import { expect, test, vi } from 'vitest'
import { render } from 'vitest-browser-react'
import {
  OmetriaProvider,
  OmetriaValidationError,
  type Order,
  type Receipt,
  TrackOrderPlaced,
  useTrackOrder,
} from './index.js'
import { arrived, endpoint, fetchMock, idle, mock, order, renderClient, Shop } from './page.test-setup.js'

const delivered = expect.objectContaining({ status: 'delivered' })
const duplicate = expect.objectContaining({ status: 'duplicate' })

test('the reference’s order arrives as it stands, plus request_id, user and context', async () => {
  const onTracked = vi.fn()
  await render(
    <Shop>
      <TrackOrderPlaced order={orderAdd.data} context={{ page: 'confirmation' }} onTracked={onTracked} />
    </Shop>,
  )
  await vi.waitFor(() => expect(onTracked).toHaveBeenCalledOnce())
  const request_id = 'order-add-ABC-123'
  expect(mock.events).toEqual([
    {
      ...orderAdd,
      request_id,
      user: { uid: expect.any(String), sid: expect.any(String) },
      context: { page: 'confirmation', page_url: location.href, user_agent: navigator.userAgent },
    },
  ])
  expect(onTracked).toHaveBeenCalledWith({ status: 'delivered', request_id, response: { request_id } })
})

test('StrictMode sends an order once, and tells of it once', async () => {
  const onTracked = vi.fn()
  await render(
    <StrictMode>
      <Shop>
        <TrackOrderPlaced order={order()} onTracked={onTracked} />
      </Shop>
    </StrictMode>,
  )
  await vi.waitFor(() => expect(onTracked).toHaveBeenCalled())
  await idle()
  expect([arrived(), onTracked.mock.calls]).toEqual([['ABC-123'], [[delivered]]])
})

test('an order whose page is opened ten times is sent once', async () => {
  const onTracked = vi.fn()
  for (let n = 0; n < 10; n++) {
    const { unmount } = await render(
      <Shop>
        <TrackOrderPlaced order={order()} onTracked={onTracked} />
      </Shop>,
    )
    await vi.waitFor(() => expect(onTracked).toHaveBeenCalledTimes(n + 1))
    await unmount()
  }
  expect(mock.attempts).toHaveLength(1)
  expect(onTracked.mock.calls.flat()).toEqual([delivered, ...Array(9).fill(duplicate)])
})

test('an order whose page was left before it went out is sent once by the next', async () => {
  const onTracked = vi.fn()
  for (let n = 0; n < 10; n++) {
    const { unmount } = await render(
      <Shop>
        <TrackOrderPlaced order={order()} />
      </Shop>,
    )
    await unmount()
  }
  await render(
    <Shop>
      <TrackOrderPlaced order={order()} onTracked={onTracked} />
    </Shop>,
  )
  await vi.waitFor(() => expect(arrived()).toEqual(['ABC-123']), { timeout: 5000 })
  await idle()
  expect(mock.attempts).toHaveLength(1)
  expect(onTracked.mock.calls).toEqual([[duplicate]])
})

test('an order that is hidden and revealed three times is sent once', async () => {
  const onTracked = vi.fn()
  const ui = (mode: 'visible' | 'hidden') => (
    <StrictMode>
      <Activity mode={mode}>
        <Shop>
          <TrackOrderPlaced order={order()} onTracked={onTracked} />
        </Shop>
      </Activity>
    </StrictMode>
  )
  const { rerender } = await render(ui('visible'))
  for (let n = 0; n < 3; n++) {
    await rerender(ui('hidden'))
    await rerender(ui('visible'))
  }
  await vi.waitFor(() => expect(onTracked).toHaveBeenCalled())
  await idle()
  expect([mock.attempts.length, onTracked.mock.calls]).toEqual([1, [[delivered]]])
})

test('an order that comes late is sent when it comes', async () => {
  const ui = (placed: Order | null | undefined) => (
    <Shop>
      <TrackOrderPlaced order={placed} />
    </Shop>
  )
  const { rerender } = await render(ui(undefined))
  await rerender(ui(null))
  await idle()
  expect(mock.attempts).toEqual([])
  await rerender(ui(order()))
  await vi.waitFor(() => expect(arrived()).toEqual(['ABC-123']))
})

function Coming({ coming }: { coming: Promise<Order> }) {
  return <TrackOrderPlaced order={use(coming)} />
}

test('an order that suspends is sent when it is there', async () => {
  let arrive = (_: Order) => {}
  const coming = new Promise<Order>(resolve => {
    arrive = resolve
  })
  await render(
    <Shop>
      <Suspense fallback="…">
        <Coming coming={coming} />
      </Suspense>
    </Shop>,
  )
  arrive(order())
  await vi.waitFor(() => expect(arrived()).toEqual(['ABC-123']))
})

test('a new object at each of fifty renders is the same order', async () => {
  const onTracked = vi.fn()
  const ui = () => (
    <Shop>
      <TrackOrderPlaced order={order()} context={{ page: 'confirmation' }} onTracked={onTracked} />
    </Shop>
  )
  const { rerender } = await render(ui())
  for (let n = 0; n < 50; n++) await rerender(ui())
  await vi.waitFor(() => expect(onTracked).toHaveBeenCalled())
  expect([mock.attempts.length, onTracked.mock.calls]).toEqual([1, [[delivered]]])
})

function Hooked({ onReceipt }: { onReceipt: (receipt: Receipt) => void }) {
  const { mutate } = useTrackOrder({ onSuccess: receipt => onReceipt(receipt) })
  useEffect(() => mutate({ action: 'add', data: order() }), [mutate])
  return null
}

test('an order that two components and a hook report is sent once', async () => {
  const onReceipt = vi.fn()
  await render(
    <StrictMode>
      <Shop>
        <TrackOrderPlaced order={order()} />
        <Hooked onReceipt={onReceipt} />
        <TrackOrderPlaced order={order()} />
      </Shop>
    </StrictMode>,
  )
  await vi.waitFor(() => expect(onReceipt).toHaveBeenCalled())
  await vi.waitFor(() => expect(arrived()).toEqual(['ABC-123']))
  await idle()
  expect(mock.attempts).toHaveLength(1)
  expect(onReceipt.mock.calls.flat()).toEqual(Array(onReceipt.mock.calls.length).fill(duplicate))
})

test('another order in the same place is another order', async () => {
  const ui = (id: string) => (
    <Shop>
      <TrackOrderPlaced order={order(id)} />
    </Shop>
  )
  const { rerender } = await render(ui('1'))
  await rerender(ui('2'))
  await rerender(ui('1'))
  await vi.waitFor(() => expect(arrived()).toEqual(['1', '2']))
  await idle()
  expect(mock.attempts).toHaveLength(2)
})

test('an order goes to one account, though the account changes on its page', async () => {
  const ui = (account: string) => (reveal: ReactNode) => (
    <OmetriaProvider endpoint={`${endpoint()}&${account}`} consent="granted" fetch={fetchMock}>
      <TrackOrderPlaced order={order()} />
      {reveal}
    </OmetriaProvider>
  )
  const { client, show } = await renderClient(ui('before'))
  await vi.waitFor(() => expect(arrived()).toEqual(['ABC-123']))
  await show(ui('now'))
  // What the page tracks later arrives later.
  await client().track({ scope: 'view', context: { product: 'later' } })
  expect(arrived()).toEqual(['ABC-123', 'later'])
})

test('the callbacks and the context of the latest render count', async () => {
  mock.faults.push({ delay: 50 })
  const [early, late] = [vi.fn(), vi.fn()]
  const ui = (onTracked: () => void) => (
    <Shop>
      <TrackOrderPlaced order={order()} onTracked={onTracked} />
    </Shop>
  )
  const { rerender } = await render(ui(early))
  await rerender(ui(late))
  await vi.waitFor(() => expect(late).toHaveBeenCalledOnce())
  expect(early).not.toHaveBeenCalled()
})

test('a wrong order is told to onError, here and on the provider, and the page stands', async () => {
  const [onError, onTracked, shopError] = [vi.fn(), vi.fn(), vi.fn()]
  const wrong = { ...order(), order_total: Number.NaN }
  const { getByText } = await render(
    <Shop onError={shopError}>
      <TrackOrderPlaced order={wrong} onError={onError} onTracked={onTracked} />
      <p>Thank you</p>
    </Shop>,
  )
  await vi.waitFor(() => expect(onError).toHaveBeenCalledOnce())
  const [[error]] = onError.mock.calls as [[unknown]]
  expect(error).toBeInstanceOf(OmetriaValidationError)
  expect(error).toMatchObject({ issues: [{ path: 'data.order_total' }] })
  expect(shopError).toHaveBeenCalledExactlyOnceWith(error, { scope: 'order', action: 'add', data: wrong })
  await expect.element(getByText('Thank you')).toBeVisible()
  expect([mock.attempts, onTracked.mock.calls]).toEqual([[], []])
})

test('an order that Ometria refused is sent again by the next visit, not by the next render', async () => {
  mock.faults.push({ status: 422 })
  const onError = vi.fn()
  const ui = () => (
    <Shop>
      <TrackOrderPlaced order={order()} onError={onError} />
    </Shop>
  )
  const { rerender, unmount } = await render(ui())
  await vi.waitFor(() => expect(onError).toHaveBeenCalledOnce())
  await rerender(ui())
  await idle()
  expect(mock.attempts).toHaveLength(1)
  await unmount()
  await render(ui())
  await vi.waitFor(() => expect(arrived()).toEqual(['ABC-123']))
})

test('an order without JSON is refused, and the page stands', async () => {
  const onError = vi.fn()
  await render(
    <Shop>
      <TrackOrderPlaced order={{ ...order(), count: 1n }} onError={onError} />
    </Shop>,
  )
  await vi.waitFor(() => expect(onError).toHaveBeenCalledOnce())
  expect(onError.mock.calls[0]?.[0].message).toContain('data.count')
})

test('without consent the order is not sent, and its reader is told', async () => {
  const onTracked = vi.fn()
  await render(
    <Shop consent="denied">
      <TrackOrderPlaced order={order()} onTracked={onTracked} />
    </Shop>,
  )
  await vi.waitFor(() =>
    expect(onTracked).toHaveBeenCalledExactlyOnceWith({ status: 'suppressed', reason: 'consent' }),
  )
  expect(mock.attempts).toEqual([])
})

test('a page that comes back from the back/forward cache sends nothing again', async () => {
  await render(
    <Shop>
      <TrackOrderPlaced order={order()} />
    </Shop>,
  )
  await vi.waitFor(() => expect(arrived()).toEqual(['ABC-123']))
  dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))
  await idle()
  expect(mock.attempts).toHaveLength(1)
})

test.each([
  ['the address is mended', { endpoint: '' }],
  ['consent is given at all', { consent: JSON.parse('null') }],
])('an order that came before %s is sent then', async (_, broken) => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  const ui = (settings: object) => (
    <OmetriaProvider endpoint={endpoint()} consent="granted" fetch={fetchMock} {...settings}>
      <TrackOrderPlaced order={order('1')} />
    </OmetriaProvider>
  )
  const { rerender } = await render(ui(broken))
  await idle()
  await rerender(ui({}))
  await vi.waitFor(() => expect(arrived()).toEqual(['1']))
})
