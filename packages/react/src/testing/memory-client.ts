import type { Consent, ConsentSource, OmetriaClient, User } from 'ometria-headless'
import { createMemoryEndpoint } from './memory-endpoint.js'
import { createMemorySteps, listen } from './memory-steps.js'
import { createMemoryTracking } from './memory-tracking.js'

/** A client that delivers into a list, at once. */
export function createMemoryClient(initialConsent: Consent, user: User) {
  const steps = createMemorySteps()
  const endpoint = createMemoryEndpoint(steps)
  const userListeners = new Set<() => void>()
  let consent: Consent | ConsentSource = initialConsent
  let unfollow: (() => void) | undefined

  const word = () => (typeof consent === 'string' ? consent : consent.get())
  const tracking = createMemoryTracking(word, steps, endpoint)

  function consentChanged() {
    if (word() === 'denied') endpoint.forgetClaims()
    tracking.release()
    for (const listener of [...userListeners]) listener()
  }

  function replaceConsent(next: Consent | ConsentSource) {
    unfollow?.()
    consent = next
    unfollow = typeof next === 'string' ? undefined : next.subscribe(consentChanged)
    consentChanged()
  }

  const client: OmetriaClient = {
    track: tracking.track,
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
      tracking.forget()
      replaceConsent(initialConsent)
    },
  }
}
