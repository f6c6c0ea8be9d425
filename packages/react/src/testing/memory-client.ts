import {
  type Consent,
  type ConsentSource,
  type OmetriaClient,
  type OmetriaError,
  OmetriaValidationError,
  type ReadEvent,
  type Receipt,
  readEvent,
  type TrackEvent,
  type User,
} from 'ometria-headless'
import { createMemoryEndpoint } from './memory-endpoint.js'
import { createMemorySteps, listen } from './memory-steps.js'

interface Held {
  read: ReadEvent
  resolve: (receipt: Receipt) => void
  reject: (error: OmetriaError) => void
}

/** A client that delivers into a list, at once. It reads, holds and refuses as the real one does. */
export function createMemoryClient(initialConsent: Consent, user: User) {
  const steps = createMemorySteps()
  const endpoint = createMemoryEndpoint(steps)
  const userListeners = new Set<() => void>()
  let held: Held[] = []
  let consent: Consent | ConsentSource = initialConsent
  let unfollow: (() => void) | undefined

  const word = () => (typeof consent === 'string' ? consent : consent.get())

  function suppress(event: TrackEvent): Receipt {
    steps.ended(event, 'consent')
    return { status: 'suppressed', reason: 'consent' }
  }

  function read(event: TrackEvent): ReadEvent {
    try {
      return readEvent(event)
    } catch (thrown) {
      if (thrown instanceof OmetriaValidationError) steps.ended(event, 'invalid', thrown)
      throw thrown
    }
  }

  function consentChanged() {
    if (word() === 'denied') endpoint.forgetClaims()
    const released = word() === 'pending' ? [] : held.splice(0)
    for (const { read, resolve, reject } of released) {
      try {
        resolve(word() === 'granted' ? endpoint.deliver(read) : suppress(read.event))
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
        if (word() !== 'pending') return resolve(endpoint.deliver(given))
        held.push({ read: given, resolve, reject })
        steps.tell(given.event, { type: 'held' })
      })
      receipt.catch(() => {})
      return receipt
    },
    getUser: () => (word() === 'granted' ? user : null),
    getConsent: word,
    setConsent: replaceConsent,
    flush: async () => {},
    subscribe: steps.subscribe,
    subscribeUser: listener => listen(userListeners, listener),
    start() {},
    destroy() {},
  }

  return {
    client,
    events: endpoint.events,
    failNext: endpoint.failNext,
    reset() {
      endpoint.reset()
      held = []
      replaceConsent(initialConsent)
    },
  }
}
