import type { Activity, EndReason, Step } from './activity.js'
import { deliveryOf, endpointOf, type OmetriaConfig } from './config.js'
import { ask, type Consent, type ConsentSource, follow } from './consent/consent.js'
import { type Caller, createOutbox, type Entry } from './delivery/outbox.js'
import { createDelivery } from './delivery/sender.js'
import { errorOf, type Settlement } from './delivery/settlement.js'
import { createStorage } from './delivery/storage.js'
import { type Issue, OmetriaError, OmetriaValidationError } from './errors.js'
import type { ParsedContext, TrackEvent, User } from './events/events.js'
import { warnOfOddSums } from './events/odd-sums.js'
import { buildHit, type Hit } from './events/request-body.js'
import { validate, validateContext, validateUser } from './events/validate.js'
import { hexId } from './hex-id.js'
import { createListeners } from './listeners.js'
import type { Receipt } from './receipt.js'
import { createReport } from './report.js'
import type { VisitorConfig } from './visitor/cookie-names.js'
import { createIdentity } from './visitor/identity.js'

export interface OmetriaClient {
  /**
   * Tracks an event: it is stored when this returns, and the promise settles when it was delivered or ended.
   *
   * Rejects with `OmetriaValidationError`, `OmetriaRejectedError`, `OmetriaExpiredError`, `OmetriaOverflowError` or
   * `OmetriaConfigError`. A rejection that nobody catches makes no noise: `onError` was told.
   */
  track(event: TrackEvent): Promise<Receipt>
  /** The visitor's ids; `null` where consent is not granted, and on a server. The same object for the same visitor. */
  getUser(): User | null
  getConsent(): Consent
  /** Takes the place of what the configuration said. Going to `denied` removes every trace and ends what is in flight. */
  setConsent(consent: Consent | ConsentSource): void
  /** Tries now whatever no `Retry-After` forbids; resolves when all that has been tried. */
  flush(): Promise<void>
  /** Calls the listener for each step of each event. Returns a function that ends it. */
  subscribe(listener: (activity: Activity) => void): () => void
  /** Calls the listener when `getUser()` or `getConsent()` may answer something else. Returns a function that ends it. */
  subscribeUser(listener: () => void): () => void
  /** Lets go of listeners and timers. What waits stays in the outbox, or, for want of consent, with this client. */
  destroy(): void
}

/**
 * Makes a client. Never throws: with unusable configuration it says so once, and every `track` rejects with the
 * `OmetriaConfigError`. Does nothing by itself but send what an earlier page of the shop left unsent.
 */
export function createOmetriaClient(config: OmetriaConfig): OmetriaClient {
  const report = createReport(config)
  const activities = createListeners<Activity>()
  const userChanges = createListeners<void>()
  const inBrowser = typeof document !== 'undefined'
  let endpoint = ''
  let unusable: unknown
  try {
    endpoint = endpointOf(config)
  } catch (error) {
    unusable = error
  }
  const storage = createStorage(report)
  // The identity does not ask a `user` that is a function yet.
  const identity = createIdentity(config as VisitorConfig, report, () => queueMicrotask(userChanges.tell))
  const outbox = createOutbox(endpoint, storage, report, onSettled)
  const delivery = createDelivery(endpoint, config, storage, outbox, identity, report, permitted, emit)

  let consent: Consent | ConsentSource = config?.consent
  let unfollow: (() => void) | undefined
  /** Events that wait for the visitor's word, in order. */
  const held: [Hit, Caller][] = []

  /** Consent as asked now. A page that is being prerendered may never be seen: until it is, events wait. */
  function permission(): Consent {
    const word = ask(consent)
    return word === 'granted' && document.prerendering ? 'pending' : word
  }

  function permitted() {
    return inBrowser && !unusable && permission() === 'granted'
  }

  function emit(event: TrackEvent, step: Step) {
    let request_id: string | number | undefined
    try {
      request_id = event.request_id
    } catch {} // What was tracked may be no object, or one of the shop's whose getters throw.
    activities.tell({ at: Date.now(), event, request_id: request_id ?? hexId(), ...step })
  }

  function end(event: TrackEvent, reason: EndReason, error?: OmetriaError) {
    emit(event, { type: 'ended', reason, ...(error && { error }) })
  }

  function suppress(event: TrackEvent, { resolve }: Caller, reason: 'consent' | 'server') {
    end(event, reason)
    resolve({ status: 'suppressed', reason })
  }

  function begin(event: TrackEvent, caller: Caller) {
    if (unusable) throw unusable
    if (!inBrowser) return suppress(event, caller, 'server')
    start()
    const word = permission()
    if (word === 'denied') return suppress(event, caller, 'consent')
    let hit: Hit
    try {
      if (config.user && typeof config.user !== 'function') validateUser(config.user)
      hit = buildHit(validate(event), pageContext())
    } catch (thrown) {
      const error = thrown instanceof OmetriaError ? thrown : new OmetriaValidationError([unreadable])
      end(event, 'invalid', error)
      report(error, event)
      throw error
    }
    warnOfOddSums(hit.event)
    if (word === 'pending') held.push([hit, caller])
    else queue(hit, caller)
  }

  function pageContext(): ParsedContext {
    const automatic = { page_url: document.URL.split('#')[0], user_agent: navigator.userAgent }
    try {
      const { context } = config
      const given = typeof context === 'function' ? context() : context
      return given === undefined ? automatic : { ...automatic, ...validateContext(given) }
    } catch (cause) {
      report(
        new OmetriaError('config', 'The `context` of the configuration is unusable and was left out.', {
          cause,
        }),
      )
      return automatic
    }
  }

  function queue(hit: Hit, caller: Caller) {
    const { event } = hit
    if (outbox.isClaimed(hit)) {
      end(event, 'duplicate')
      return caller.resolve({ status: 'duplicate', request_id: event.request_id })
    }
    outbox.add(hit, identity.known(), caller)
    emit(event, { type: 'queued' })
    outbox.makeRoom(deliveryOf(config).maxEvents)
    delivery.added()
  }

  function onSettled({ event, caller }: Entry, settlement: Settlement, elsewhere = false) {
    const { request_id } = event
    if (settlement.as === 'delivered') {
      const receipt: Receipt = { status: 'delivered', request_id, response: settlement.response }
      emit(event, { type: 'delivered', receipt })
      return caller?.resolve(receipt)
    }
    const error = errorOf(settlement)
    end(event, settlement.as, error)
    if (!error) return caller?.resolve({ status: 'suppressed', reason: 'consent' })
    // The tab that ended it has told its own `onError`.
    if (!elsewhere) report(error, event)
    caller?.reject(error)
  }

  function onConsent() {
    const word = permission()
    if (word === 'denied') {
      outbox.revoke()
      identity.forget()
    }
    if (word !== 'pending') {
      for (const [hit, caller] of held.splice(0)) {
        // Asked for each: who hears of one may change it.
        const word = permission()
        if (word === 'granted') queue(hit, caller)
        else if (word === 'denied') suppress(hit.event, caller, 'consent')
        else held.push([hit, caller])
      }
    }
    if (word === 'granted') void delivery.resume()
    userChanges.tell()
  }

  function start() {
    if (unusable instanceof OmetriaError) report(unusable)
    if (unfollow || !inBrowser || unusable) return
    unfollow = follow(consent, onConsent)
    if (document.prerendering) document.addEventListener('prerenderingchange', onConsent, { once: true })
    onConsent()
  }

  function stop() {
    unfollow?.()
    unfollow = undefined
  }

  // Not at once: clients are made while React renders, and a render must not do anything.
  let wanted = true
  queueMicrotask(() => {
    if (wanted) start()
  })

  return {
    track(event) {
      const receipt = new Promise<Receipt>((resolve, reject) => begin(event, { resolve, reject }))
      receipt.catch(() => {})
      return receipt
    },
    getUser: () => (permitted() ? (identity.known() ?? identity.renew()) : null),
    getConsent: () => ask(consent),
    setConsent(word) {
      if (word === consent) return
      stop()
      consent = word
      start()
    },
    async flush() {
      start()
      if (permitted()) await delivery.flush()
    },
    subscribe: activities.add,
    subscribeUser: userChanges.add,
    destroy() {
      wanted = false
      stop()
      delivery.stop()
    },
  }
}

const unreadable: Issue = { path: '', message: 'could not be read' }

declare global {
  interface Document {
    /** Chromium only: the page is being rendered ahead of a visit that may never come. */
    readonly prerendering?: boolean
  }
}
