import type { Activity } from './activity.js'
import { createAnnounce } from './announce.js'
import { endpointOf, type OmetriaConfig } from './config.js'
import type { Consent, ConsentSource } from './consent/consent.js'
import { createPermission } from './consent/permission.js'
import { createDelivery } from './delivery/delivery.js'
import type { Caller } from './delivery/entry.js'
import { OmetriaConfigError } from './errors.js'
import type { TrackEvent, User } from './events/events.js'
import { watchForSilence } from './hints.js'
import { createLife } from './life.js'
import { createListeners } from './listeners.js'
import type { Receipt } from './receipt.js'
import { createReport } from './report.js'
import { createTracking } from './tracking.js'

/** What tracks, for one account. */
export interface OmetriaClient {
  /**
   * Tracks an event: it is stored when this returns, and the promise settles when the event was delivered or ended.
   *
   * Rejects with `OmetriaValidationError`, `OmetriaRejectedError`, `OmetriaExpiredError`, `OmetriaOverflowError` or
   * `OmetriaConfigError`. A rejection that nobody catches makes no noise: `onError` was told.
   */
  track(event: TrackEvent): Promise<Receipt>
  /** The visitor's ids; `null` where consent is not granted, and on a server. The same object for the same visitor. */
  getUser(): User | null
  /** The visitor's word now. */
  getConsent(): Consent
  /** Takes the place of what the configuration says. Going to `denied` removes every trace and ends what is in flight. */
  setConsent(consent: Consent | ConsentSource): void
  /** Tries now whatever no `Retry-After` forbids; resolves when all that may be tried was tried. */
  flush(): Promise<void>
  /** Calls the listener for each step of each event. Returns a function that ends it. */
  subscribe(listener: (activity: Activity) => void): () => void
  /** Calls the listener when `getUser()` or `getConsent()` may answer something else. Returns a function that ends it. */
  subscribeUser(listener: () => void): () => void
  /** Begins to listen, and to send what earlier pages left. A client that was just made begins by itself. */
  start(): void
  /**
   * Lets go of listeners and timers. What waits stays in the outbox, or, for want of consent, with this client. An event
   * that is tracked later makes the client start again.
   */
  destroy(): void
}

/**
 * Makes a client. Never throws: with unusable configuration the client says so once, and every `track` rejects with the
 * `OmetriaConfigError`. A client does nothing by itself but send what an earlier page of the shop left unsent.
 */
export function createOmetriaClient(config: OmetriaConfig): OmetriaClient {
  const report = createReport(config)
  const activities = createListeners<Activity>()
  const userChanges = createListeners<void>()
  const inBrowser = typeof document !== 'undefined'
  const { endpoint, unusable } = read(config)
  const announce = createAnnounce(activities.tell, report, endpoint)

  const permission = createPermission(() => config.consent, consentChanged)
  const permitted = () => inBrowser && !unusable && permission.forPage() === 'granted'
  const visitorChanged = () => queueMicrotask(userChanges.tell)
  const delivery = createDelivery({ endpoint, config, report, announce, permitted }, visitorChanged)
  const tracking = createTracking(config, report, announce, delivery, permission.forPage)
  const life = createLife(() => {
    const unfollow = permission.follow()
    consentChanged()
    return () => {
      unfollow()
      delivery.stop()
    }
  })

  function consentChanged() {
    const word = permission.forPage()
    if (word === 'denied') delivery.revoke()
    tracking.consentChanged()
    if (word === 'granted') void delivery.start()
    userChanges.tell()
  }

  function start() {
    if (unusable) report(unusable)
    else if (inBrowser) life.begin()
  }

  function begin(event: TrackEvent, caller: Caller) {
    start()
    if (unusable) {
      announce.step(event, { type: 'ended', reason: 'invalid', error: unusable })
      caller.reject(unusable)
    } else if (inBrowser) tracking.track(event, caller)
    else announce.suppressed(event, caller, 'server')
  }

  watchForSilence(activities.add, endpoint)
  // Not at once: clients are made while React renders, and a render must not do anything.
  queueMicrotask(() => life.isMade() && start())

  return {
    track: event => promiseReceipt(caller => begin(event, caller)),
    getUser: () => (permitted() ? delivery.visitor() : null),
    getConsent: permission.word,
    setConsent(word) {
      if (!permission.isNews(word)) return
      life.end()
      permission.replace(word)
      start()
    },
    async flush() {
      start()
      if (permitted()) await delivery.flush()
    },
    subscribe: activities.add,
    subscribeUser: userChanges.add,
    start,
    destroy: life.end,
  }
}

/** A rejection that nobody catches makes no noise: `onError` was told. */
function promiseReceipt(begin: (caller: Caller) => void): Promise<Receipt> {
  const receipt = new Promise<Receipt>((resolve, reject) => begin({ resolve, reject }))
  receipt.catch(() => {})
  return receipt
}

/** The address that is posted to, or why the configuration names none. */
function read(config: OmetriaConfig): { endpoint: string; unusable?: OmetriaConfigError } {
  try {
    return { endpoint: endpointOf(config) }
  } catch (error) {
    const isOurs = error instanceof OmetriaConfigError
    const unusable = isOurs ? error : new OmetriaConfigError('The configuration could not be read.')
    return { endpoint: '', unusable }
  }
}
