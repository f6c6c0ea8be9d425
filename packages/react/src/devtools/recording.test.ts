// @vitest-environment jsdom
import type { TrackEvent } from 'ometria-headless'
import { afterEach, expect, test } from 'vitest'
import { createTestOmetria } from '../testing/index.js'
import { recordingOf } from './recording.js'
import { stateText } from './state-text.js'

const view: TrackEvent = { scope: 'view', context: { page: 'home' } }
const cancel: TrackEvent = { scope: 'order', action: 'cancel', data: { order_id: 'A' } }

afterEach(() => localStorage.clear())

function recorded(consent: 'granted' | 'pending' = 'granted') {
  const { client, failNext } = createTestOmetria({ consent })
  const recording = recordingOf(client)
  recording.start()
  const states = () => recording.snapshot().events.map(({ state }) => stateText(state, 0))
  return { client, failNext, recording, states }
}

test('an order that is cancelled twice is two records: one delivered, one duplicate', () => {
  const { client, states } = recorded()
  void client.track(cancel)
  void client.track(cancel)
  expect(states()).toEqual(['duplicate', 'delivered'])
})

test('an order that is sent again after its end is another record', () => {
  const { client, failNext, states } = recorded()
  failNext()
  void client.track(cancel)
  void client.track(cancel)
  expect(states()).toEqual(['delivered', 'ended: rejected'])
})

test('what is held for consent goes on as the same record, the oldest of two alike first', () => {
  const { client, recording, states } = recorded('pending')
  void client.track(view)
  void client.track(cancel)
  void client.track(view)
  expect(states()).toEqual(['held for consent', 'held for consent', 'held for consent'])
  client.setConsent('granted')
  expect(states()).toEqual(['delivered', 'delivered', 'delivered'])
  expect(recording.snapshot().events.map(({ number }) => number)).toEqual([3, 2, 1])
})

test('what is denied ends as without consent, and what is wrong as invalid', () => {
  const { client, states } = recorded('pending')
  void client.track(view)
  client.setConsent('denied')
  client.setConsent('granted')
  void client.track({ scope: 'basket', action: 'add', data: { product_id: 'a', quantity: -1 } })
  expect(states()).toEqual(['ended: invalid', 'ended: no consent'])
})

test('the newest 500 are kept', () => {
  const { client, recording } = recorded()
  for (let product_id = 0; product_id < 501; product_id++) {
    void client.track({ scope: 'basket', action: 'add', data: { product_id, quantity: 1 } })
  }
  const { events } = recording.snapshot()
  expect([events.length, events.at(-1)?.event.data]).toEqual([500, { product_id: '1', quantity: 1 }])
})

test('an order that is held twice is two records, of which the second one ends as a duplicate', () => {
  const { client, states } = recorded('pending')
  void client.track(cancel)
  void client.track(cancel)
  client.setConsent('granted')
  expect(states()).toEqual(['duplicate', 'delivered'])
})

test('clearing keeps what waits', () => {
  const { client, recording, states } = recorded()
  void client.track(view)
  client.setConsent('pending')
  void client.track(cancel)
  recording.clear()
  expect(states()).toEqual(['held for consent'])
})

test('what waits in storage is there from the start, with its endpoint; what nobody can read is not', () => {
  const stored = { v: 1, at: 5, hit: { ...cancel, request_id: 'order-cancel-A' } }
  localStorage.setItem('ometria|event|https://mock.test/api|order-cancel-A', JSON.stringify(stored))
  localStorage.setItem('ometria|event|https://mock.test/api|1-x', '{')
  localStorage.setItem(
    'ometria|event|https://mock.test/api|order-add-B',
    '{"v":1,"at":3,"settled":{"as":"delivered"}}',
  )
  const { recording, states } = recorded()
  expect(states()).toEqual(['queued'])
  expect(recording.snapshot().endpoint).toBe('https://mock.test/api')
})

test('a client has one recording, which is told of each step once, however often it is started', async () => {
  const { client, recording } = recorded()
  recordingOf(client).start()
  let told = 0
  const stop = recording.subscribe(() => told++)
  await client.track(view)
  stop()
  expect([recording.snapshot().events.length, told]).toEqual([1, 1])
})
