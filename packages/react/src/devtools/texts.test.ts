import {
  type OmetriaConfig,
  OmetriaConfigError,
  OmetriaError,
  OmetriaRejectedError,
  type TrackEvent,
} from 'ometria-headless'
import { expect, test } from 'vitest'
import { adviceFor } from './advice.js'
import { consentOrigin } from './consent-origin.js'
import { asCurl, asJson, asTest } from './copy-as.js'
import { kindOf, lineOf } from './describe.js'
import type { RecordedEvent, State } from './recorded-event.js'
import { serverState } from './server-state.js'
import { clock, stateText } from './state-text.js'

const user = { uid: 'u', sid: 's' }
const basket: TrackEvent = { scope: 'basket', action: 'add', data: { product_id: "d'or", quantity: 2 } }
const line = { product_id: 'a', quantity: 1, order_line_total: 5 }

test('each kind of event is described in a line', () => {
  const orderData = { order_id: 'A', order_total: 5, order_currency: 'GBP', order_lines: [line] }
  const events: TrackEvent[] = [
    basket,
    { scope: 'order', action: 'add', data: orderData },
    {
      scope: 'order',
      action: 'add',
      data: { ...orderData, order_currency: 'pounds', order_lines: [line, line] },
    },
    { scope: 'order', action: 'cancel', data: { order_id: 'A' } },
    { scope: 'view', action: 'view', context: { page: 'home', product: '7' } },
    { scope: 'view', action: 'search', context: { page_url: 'https://shop.test/search?q=a' } },
  ]
  expect(events.map(event => `${kindOf(event)}: ${lineOf(event)}`)).toEqual([
    "basket add: 2 × d'or",
    'order add: A · 1 line · £5.00',
    'order add: A · 2 lines · 5 pounds',
    'order cancel: A',
    'view: home · 7',
    'view search: /search?q=a',
  ])
})

test('what is no event at all is described too', () => {
  for (const given of [null, 'order', { scope: 5, data: 3 }, {}]) {
    expect([typeof kindOf(Object(given)), typeof lineOf(Object(given))]).toEqual(['string', 'string'])
  }
})

test('an event is copied as the body, as a command that is safe in a shell, and as a test', () => {
  expect(JSON.parse(asJson(basket, user))).toEqual({ user, ...basket })
  expect(asCurl(basket, user, 'https://mock.test/api')).toBe(
    String.raw`curl 'https://mock.test/api' -H 'content-type: application/json' -d '{"user":{"uid":"u","sid":"s"},"scope":"basket","action":"add","data":{"product_id":"d'\''or","quantity":2}}'`,
  )
  expect(asTest({ scope: 'view', action: 'search', data: { 'odd-key': 1 } })).toBe(
    `expect(ometria).toHaveTrackedOnce({
  scope: "view",
  action: "search",
  data: {
    "odd-key": 1
  }
})`,
  )
})

test('every way to fail has its advice, and what goes well has none', () => {
  for (const code of ['unreachable', 'unavailable', 'account'] as const) {
    expect(adviceFor({ is: 'waiting', retryAt: 0, error: new OmetriaError(code, '') })).toMatch(/[.]$/)
  }
  for (const reason of [
    'consent',
    'invalid',
    'duplicate',
    'rejected',
    'expired',
    'overflow',
    'server',
  ] as const) {
    expect(adviceFor({ is: 'ended', reason, error: undefined })).toMatch(/\.$/)
  }
  const error = new OmetriaConfigError('endpoint: expected a URL.')
  expect(adviceFor({ is: 'ended', reason: 'invalid', error })).toMatch(/its configuration/)
  expect(adviceFor({ is: 'sending', attempt: 1 })).toBeUndefined()
})

test('a wait is told in seconds, and a long one by the clock', () => {
  const error = new OmetriaRejectedError(503, null)
  expect(stateText({ is: 'waiting', retryAt: 4_500, error }, 1_000)).toBe('waiting, tries again in 4 s')
  expect(stateText({ is: 'waiting', retryAt: 1_000, error }, 1_000)).toBe('waiting, tries again now')
  expect(stateText({ is: 'waiting', retryAt: 600_000, error }, 1_000)).toMatch(
    /^waiting, tries again at \d\d:\d\d:00$/,
  )
})

test('it is said who said the word on consent', () => {
  const source = { get: () => 'granted' as const, subscribe: () => () => {} }
  const failing = { get: () => JSON.parse('{'), subscribe: () => () => {} }
  const by = (consent: OmetriaConfig['consent']) => ({ endpoint: '/api', consent })
  expect(consentOrigin('granted', undefined, by('granted'))).toBe('the `consent` of <OmetriaProvider>')
  expect(consentOrigin('granted', 'granted', by(source))).toBe('the consent source of <OmetriaProvider>')
  expect(consentOrigin('pending', undefined, by(failing))).toBe('the consent source of <OmetriaProvider>')
  expect(consentOrigin('granted', 'granted', by('pending'))).toBe('you, in these devtools')
  expect(consentOrigin('denied', 'granted', by('pending'))).toBe('a call of setConsent')
  expect(consentOrigin('denied', undefined, undefined)).toBe('the shop')
})

test('the endpoint is open, or it waits: until when, and why', () => {
  const error = new OmetriaError('unavailable', 'https://mock.test answered 503.')
  const event = (...history: { at: number; state: State }[]): RecordedEvent => ({
    number: 1,
    event: basket,
    request_id: 1,
    isFromElsewhere: false,
    history,
    state: history.at(-1)?.state ?? { is: 'held' },
  })
  const failed = { at: 1_000, state: { is: 'waiting', retryAt: 5_000, error } } as const
  const receipt = { status: 'delivered', request_id: 1, response: {} } as const
  const delivered = { at: 6_000, state: { is: 'delivered', receipt } } as const
  expect(serverState([], 0, 0)).toBe('not asked yet')
  expect(serverState([event(failed)], 0, 2_000)).toBe('tries again in 3 s. https://mock.test answered 503.')
  expect(serverState([event(failed)], 9_000, 2_000)).toBe(
    `asked to wait until ${clock(9_000)}. https://mock.test answered 503.`,
  )
  expect(serverState([], 9_000, 2_000)).toBe(`asked to wait until ${clock(9_000)}.`)
  expect(serverState([event(failed, delivered)], 5_500, 6_000)).toBe(`open, it answered at ${clock(6_000)}`)
})
