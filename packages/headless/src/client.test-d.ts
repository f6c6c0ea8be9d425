import { expectTypeOf, test } from 'vitest'
import type {
  Activity,
  Consent,
  ConsentSource,
  EndReason,
  Issue,
  OmetriaClient,
  OmetriaConfig,
  OmetriaError,
  OmetriaErrorCode,
  OmetriaRejectedError,
  OmetriaValidationError,
  Receipt,
  TrackEvent,
  User,
} from './index.js'

function configures(_: OmetriaConfig) {}

test('configuration takes the keys or an endpoint, and always consent', () => {
  configures({ domainKey: 'shop', locationKey: 'eu', consent: 'granted' })
  configures({ endpoint: '/api/ometria', consent: 'pending' })
  configures({ endpoint: '/api/ometria', consent: { get: () => 'denied', subscribe: () => () => {} } })
  // @ts-expect-error no consent
  configures({ endpoint: '/api/ometria' })
  // @ts-expect-error no account
  configures({ consent: 'granted' })
  // @ts-expect-error half an account
  configures({ domainKey: 'shop', consent: 'granted' })
  // @ts-expect-error which of the two?
  configures({ domainKey: 'shop', locationKey: 'eu', endpoint: '/api/ometria', consent: 'granted' })
  // @ts-expect-error not a word of consent
  configures({ endpoint: '/api/ometria', consent: 'yes' })
  // @ts-expect-error context is an object
  configures({ endpoint: '/api/ometria', consent: 'granted', context: [] })
  // @ts-expect-error nobody asked for this option
  configures({ endpoint: '/api/ometria', consent: 'granted', debug: true })
})

test('every setting may be there, and undefined', () => {
  configures({
    endpoint: '/api/ometria',
    consent: 'granted',
    context: () => ({ language: 'en' }),
    user: { uid: 'a', sid: 'b' },
    cookies: { uid: 'u', sid: 's', domain: 'shop.example' },
    onError: (error, event) => {
      expectTypeOf(error).toEqualTypeOf<OmetriaError>()
      expectTypeOf(event).toEqualTypeOf<TrackEvent | undefined>()
    },
    delivery: { timeoutMs: 1, maxAgeMs: 1, maxEvents: 1 },
    fetch,
  })
  configures({ endpoint: '/api/ometria', consent: 'granted', user: (): User | undefined => undefined })
  // @ts-expect-error ids that come later come with the next event
  configures({ endpoint: '/api/ometria', consent: 'granted', user: async () => undefined })
  configures({ domainKey: 'shop', locationKey: 'eu', endpoint: undefined, consent: 'granted' })
  configures({ domainKey: undefined, locationKey: undefined, endpoint: '/api/ometria', consent: 'granted' })
  configures({
    endpoint: '/api/ometria',
    consent: 'granted',
    context: undefined,
    user: undefined,
    cookies: undefined,
    onError: undefined,
    delivery: undefined,
    fetch: undefined,
  })
  configures({
    endpoint: '/api/ometria',
    consent: 'granted',
    cookies: { uid: undefined, sid: undefined, domain: undefined },
    delivery: { timeoutMs: undefined, maxAgeMs: undefined, maxEvents: undefined },
  })
})

test('the client has these methods', () => {
  expectTypeOf<OmetriaClient['track']>().toEqualTypeOf<(event: TrackEvent) => Promise<Receipt>>()
  expectTypeOf<OmetriaClient['getUser']>().toEqualTypeOf<() => User | null>()
  expectTypeOf<OmetriaClient['getConsent']>().toEqualTypeOf<() => Consent>()
  expectTypeOf<OmetriaClient['setConsent']>().parameter(0).toEqualTypeOf<Consent | ConsentSource>()
  expectTypeOf<OmetriaClient['flush']>().toEqualTypeOf<() => Promise<void>>()
  expectTypeOf<OmetriaClient['subscribe']>().toEqualTypeOf<
    (listener: (activity: Activity) => void) => () => void
  >()
})

test('a receipt narrows by its status', () => {
  function read(receipt: Receipt) {
    if (receipt.status === 'suppressed') {
      expectTypeOf(receipt.reason).toEqualTypeOf<'consent' | 'server'>()
      // @ts-expect-error nothing was sent, so nothing was named
      return receipt.request_id
    }
    expectTypeOf(receipt.request_id).toEqualTypeOf<string | number>()
    if (receipt.status === 'delivered') expectTypeOf(receipt.response).toBeUnknown()
    else expectTypeOf(receipt.status).toEqualTypeOf<'duplicate'>()
    return receipt.request_id
  }
  expectTypeOf(read).parameter(0).toEqualTypeOf<Receipt>()
})

test('an activity narrows by its type', () => {
  function read(activity: Activity) {
    expectTypeOf(activity.at).toBeNumber()
    expectTypeOf(activity.event).toEqualTypeOf<TrackEvent>()
    if (activity.type === 'attempt') expectTypeOf(activity.attempt).toBeNumber()
    if (activity.type === 'retry') expectTypeOf(activity.error).toEqualTypeOf<OmetriaError>()
    if (activity.type === 'delivered') expectTypeOf(activity.receipt).toEqualTypeOf<Receipt>()
    if (activity.type === 'ended') expectTypeOf(activity.reason).toEqualTypeOf<EndReason>()
  }
  expectTypeOf(read).parameter(0).toEqualTypeOf<Activity>()
  expectTypeOf<Activity['type']>().toEqualTypeOf<
    'held' | 'queued' | 'attempt' | 'retry' | 'delivered' | 'ended'
  >()
})

test('an error carries its data', () => {
  expectTypeOf<OmetriaError['code']>().toEqualTypeOf<OmetriaErrorCode>()
  expectTypeOf<OmetriaValidationError['issues']>().toEqualTypeOf<Issue[]>()
  expectTypeOf<Issue>().toEqualTypeOf<{ path: string; message: string }>()
  expectTypeOf<OmetriaRejectedError['status']>().toBeNumber()
  expectTypeOf<OmetriaRejectedError['body']>().toBeUnknown()
})
