import {
  type Activity,
  type Consent,
  type ConsentSource,
  type EndReason,
  type OmetriaClient,
  type OmetriaError,
  OmetriaValidationError,
  type ReadEvent,
  type Receipt,
  readEvent,
  type TrackEvent,
  type User,
} from 'ometria-headless'

/** What was tracked, as it would go on the wire: ids are text, amounts are numbers. */
export type TrackedEvent = ReadEvent['event']

interface Held {
  read: ReadEvent
  resolve: (receipt: Receipt) => void
  reject: (error: OmetriaError) => void
}

/** A client that delivers into a list, at once. It reads, holds and refuses as the real one does. */
export function createMemoryClient(initialConsent: Consent, user: User) {
  const events: TrackedEvent[] = []
  const claims = new Set<string>()
  const failures: OmetriaError[] = []
  const listeners = new Set<(activity: Activity) => void>()
  const userListeners = new Set<() => void>()
  let held: Held[] = []
  let consent: Consent | ConsentSource = initialConsent
  let unfollow: (() => void) | undefined

  const word = () => (typeof consent === 'string' ? consent : consent.get())

  function tell(event: TrackEvent, step: Step) {
    const activity: Activity = { at: Date.now(), event, request_id: event.request_id ?? 'none', ...step }
    for (const listener of [...listeners]) listener(activity)
  }

  function ended(event: TrackEvent, reason: EndReason, error?: OmetriaError) {
    tell(event, { type: 'ended', reason, ...(error && { error }) })
  }

  function suppress(event: TrackEvent): Receipt {
    ended(event, 'consent')
    return { status: 'suppressed', reason: 'consent' }
  }

  function read(event: TrackEvent): ReadEvent {
    try {
      return readEvent(event)
    } catch (thrown) {
      if (thrown instanceof OmetriaValidationError) ended(event, 'invalid', thrown)
      throw thrown
    }
  }

  function deliver({ event, onceKey }: ReadEvent): Receipt {
    const { request_id } = event
    if (onceKey && claims.has(onceKey)) {
      ended(event, 'duplicate')
      return { status: 'duplicate', request_id }
    }
    tell(event, { type: 'queued' })
    tell(event, { type: 'attempt', attempt: 1 })
    const error = failures.shift()
    if (error) {
      ended(event, 'rejected', error)
      throw error
    }
    if (onceKey) claims.add(onceKey)
    events.push(event)
    const receipt: Receipt = { status: 'delivered', request_id, response: { request_id } }
    tell(event, { type: 'delivered', receipt })
    return receipt
  }

  function consentChanged() {
    if (word() === 'denied') claims.clear()
    const released = word() === 'pending' ? [] : held.splice(0)
    for (const { read, resolve, reject } of released) {
      try {
        resolve(word() === 'granted' ? deliver(read) : suppress(read.event))
      } catch (error) {
        reject(error as OmetriaError) // `deliver` throws nothing else
      }
    }
    for (const listener of [...userListeners]) listener()
  }

  function replaceConsent(next: Consent | ConsentSource) {
    unfollow?.()
    consent = next
    unfollow = typeof next === 'string' ? undefined : next.subscribe(consentChanged)
    consentChanged()
  }

  const client: OmetriaClient = {
    track(event) {
      const receipt = new Promise<Receipt>((resolve, reject) => {
        if (word() === 'denied') return resolve(suppress(event))
        const given = read(event)
        if (word() !== 'pending') return resolve(deliver(given))
        held.push({ read: given, resolve, reject })
        tell(given.event, { type: 'held' })
      })
      receipt.catch(() => {})
      return receipt
    },
    getUser: () => (word() === 'granted' ? user : null),
    getConsent: word,
    setConsent: replaceConsent,
    flush: async () => {},
    subscribe: listener => listen(listeners, listener),
    subscribeUser: listener => listen(userListeners, listener),
    start() {},
    destroy() {},
  }

  return {
    client,
    events,
    failNext: (error: OmetriaError) => failures.push(error),
    reset() {
      events.length = 0
      failures.length = 0
      claims.clear()
      held = []
      replaceConsent(initialConsent)
    },
  }
}

type Step = Activity extends infer Each
  ? Each extends Activity
    ? Omit<Each, 'at' | 'event' | 'request_id'>
    : never
  : never

function listen<Listener>(to: Set<Listener>, listener: Listener) {
  to.add(listener)
  return () => {
    to.delete(listener)
  }
}
