import { ask, type Consent, type ConsentSource, follow } from './consent.js'

/**
 * Lets the browser's Global Privacy Control answer where the visitor has not: it stands over a plain word and over
 * `pending`. What a consent platform says stands over it, since there the visitor was asked.
 */
export function withGlobalPrivacyControl(consent: Consent | ConsentSource): ConsentSource {
  return {
    get() {
      const word = ask(consent)
      const asked = typeof consent !== 'string' && word !== 'pending'
      return !asked && optedOut() ? 'denied' : word
    },
    subscribe: listener => follow(consent, listener),
  }
}

function optedOut(): boolean {
  const { globalPrivacyControl }: { globalPrivacyControl?: boolean } = Object(globalThis.navigator)
  return globalPrivacyControl === true
}
