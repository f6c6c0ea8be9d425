// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react'
import {
  OmetriaExpiredError,
  OmetriaRejectedError,
  OmetriaValidationError,
  type TrackEvent,
} from 'ometria-headless'
import { afterEach, expect, test, vi } from 'vitest'
import { TrackOrderPlaced, useOmetriaUser, useTrackBasketLines } from '../index.js'
import { createTestOmetria } from './index.js'

const view: TrackEvent = { scope: 'view', context: { page: 'home' } }
const cancel: TrackEvent = { scope: 'order', action: 'cancel', data: { order_id: 'A' } }
const wrong: TrackEvent = { scope: 'basket', action: 'add', data: { product_id: 'a', quantity: -1 } }

const Visitor = () => <p>{useOmetriaUser()?.uid}</p>

afterEach(cleanup)

test('an event stands in `events` when `track` returns, as it goes on the wire', async () => {
  const { client, events } = createTestOmetria()
  const receipt = client.track({ scope: 'basket', action: 'add', data: { product_id: 5, quantity: '2' } })
  expect(events).toMatchObject([{ action: 'add', data: { product_id: '5', quantity: 2 } }])
  const [event] = events
  expect(await receipt).toMatchObject({ status: 'delivered', request_id: event?.request_id })
})

test('an event that the real client refuses is refused with the same error', async () => {
  const { client, events } = createTestOmetria()
  const error = await client.track(wrong).catch(error => error)
  expect(error).toBeInstanceOf(OmetriaValidationError)
  expect(error.issues[0].path).toBe('data.quantity')
  expect(events).toEqual([])
})

test('an order is cancelled once, until the kit is reset', async () => {
  const ometria = createTestOmetria()
  expect(await ometria.client.track(cancel)).toMatchObject({ status: 'delivered' })
  expect(await ometria.client.track(cancel)).toEqual({ status: 'duplicate', request_id: 'order-cancel-A' })
  ometria.reset()
  expect(ometria.events).toEqual([])
  expect(await ometria.client.track(cancel)).toMatchObject({ status: 'delivered' })
})

test('two kits share nothing', async () => {
  const one = createTestOmetria()
  const other = createTestOmetria()
  await one.client.track(cancel)
  expect(other.events).toEqual([])
  expect(await other.client.track(cancel)).toMatchObject({ status: 'delivered' })
})

test('a pending visitor holds events, in order, until the word is there', async () => {
  const { client, events } = createTestOmetria({ consent: 'pending' })
  const receipts = [client.track(view), client.track(cancel)]
  expect([events, client.getUser()]).toEqual([[], null])
  client.setConsent('granted')
  expect(events.map(({ scope }) => scope)).toEqual(['view', 'order'])
  expect(await Promise.all(receipts)).toMatchObject([{ status: 'delivered' }, { status: 'delivered' }])
})

test('what a visitor denies is suppressed, whether it was held or comes later', async () => {
  const { client, events } = createTestOmetria({ consent: 'pending' })
  const held = client.track(view)
  client.setConsent('denied')
  const suppressed = { status: 'suppressed', reason: 'consent' }
  expect([await held, await client.track(view)]).toEqual([suppressed, suppressed])
  expect(events).toEqual([])
})

test('a consent source is followed', () => {
  const { client, events } = createTestOmetria({ consent: 'pending' })
  let word: 'pending' | 'granted' = 'pending'
  let changed = () => {}
  client.setConsent({
    get: () => word,
    subscribe(listener) {
      changed = listener
      return () => {}
    },
  })
  void client.track(view)
  word = 'granted'
  changed()
  expect(events).toHaveLength(1)
})

test('the next event fails when told to, and may then be sent again', async () => {
  const { client, events, failNext } = createTestOmetria()
  failNext()
  expect(await client.track(cancel).catch(error => error)).toBeInstanceOf(OmetriaRejectedError)
  failNext(new OmetriaExpiredError())
  expect(await client.track(cancel).catch(error => error)).toBeInstanceOf(OmetriaExpiredError)
  expect(events).toEqual([])
  expect(await client.track(cancel)).toMatchObject({ status: 'delivered' })
})

test('each step of each event is told', async () => {
  const { client, failNext } = createTestOmetria()
  const steps: string[] = []
  const stop = client.subscribe(({ type }) => steps.push(type))
  await client.track(view)
  failNext()
  await client.track(view).catch(() => {})
  await client.track(wrong).catch(() => {})
  stop()
  await client.track(view)
  expect(steps.join(' ')).toBe('queued attempt delivered queued attempt ended ended')
  steps.length = 0
  client.subscribe(({ type }) => steps.push(type))
  client.setConsent('pending')
  void client.track(view)
  client.setConsent('granted')
  expect(steps.join(' ')).toBe('held queued attempt delivered')
})

test('nothing touches storage, cookies, timers or the network', async () => {
  const timers = [vi.spyOn(globalThis, 'setTimeout'), vi.spyOn(globalThis, 'setInterval')]
  const fetched = vi.spyOn(globalThis, 'fetch')
  const { client } = createTestOmetria()
  await client.track(cancel)
  for (const spy of [...timers, fetched]) expect(spy).not.toHaveBeenCalled()
  expect([localStorage.length, document.cookie]).toEqual([0, ''])
  vi.restoreAllMocks()
})

function Basket({ quantity }: { quantity: number }) {
  useTrackBasketLines([{ product_id: 'a', quantity }])
  return null
}

test('a basket that is tracked by its lines begins with each test, and touches no storage and no timer', () => {
  const timer = vi.spyOn(globalThis, 'setTimeout')
  const { Wrapper, events, reset } = createTestOmetria()
  for (const first of [2, 7]) {
    const { rerender, unmount } = render(<Basket quantity={first} />, { wrapper: Wrapper })
    expect(events).toEqual([])
    rerender(<Basket quantity={first + 1} />)
    expect(events).toMatchObject([{ scope: 'basket', action: 'add', data: { product_id: 'a', quantity: 1 } }])
    unmount()
    reset()
  }
  expect([localStorage.length, document.cookie]).toEqual([0, ''])
  expect(timer.mock.calls.filter(([, ms]) => ms === 250)).toEqual([])
  vi.restoreAllMocks()
})

test('a change of the basket that waits for consent is forgotten by `reset`, too', () => {
  const { Wrapper, client, events, reset } = createTestOmetria()
  client.setConsent('pending')
  const { rerender } = render(<Basket quantity={1} />, { wrapper: Wrapper })
  rerender(<Basket quantity={2} />)
  reset()
  expect([client.getConsent(), events]).toEqual(['granted', []])
})

test('the wrapper gives components the client and the visitor', async () => {
  const { Wrapper, events } = createTestOmetria({ user: { uid: 'anna', sid: 'first' } })
  const order = {
    order_id: 'A',
    order_total: 1,
    order_currency: 'GBP',
    order_lines: [{ product_id: 'a', quantity: 1, order_line_total: 1 }],
  }
  render(
    <>
      <TrackOrderPlaced order={order} />
      <Visitor />
    </>,
    { wrapper: Wrapper },
  )
  expect(screen.getByText('anna')).toBeDefined()
  expect(events).toMatchObject([{ scope: 'order', data: { order_id: 'A' } }])
})
