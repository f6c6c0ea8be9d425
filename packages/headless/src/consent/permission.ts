import { ask, type Consent, type ConsentSource, follow } from './consent.js'

/**
 * The visitor's consent, asked each time and never remembered. `changed` is called where the answer may be another.
 */
export function createPermission(configured: Consent | ConsentSource, changed: () => void) {
  let source = configured

  const word = (): Consent => ask(source)

  return {
    source: () => source,
    word,
    /** A page that is being prerendered may never be seen. Until it is, events wait. */
    forPage(): Consent {
      const consent = word()
      return consent === 'granted' && isPrerendering() ? 'pending' : consent
    },
    replace(consent: Consent | ConsentSource) {
      source = consent
    },
    /** Hears of changes. Gives back a function that ends it. */
    follow(): () => void {
      const listening = new AbortController()
      const { signal } = listening
      if (isPrerendering()) document.addEventListener('prerenderingchange', changed, { once: true, signal })
      const unfollow = follow(source, changed)
      return () => {
        listening.abort()
        unfollow()
      }
    },
  }
}

/** Chromium only. Asked of an `Object`, since shops declare this property of `Document` themselves, each in its way. */
const isPrerendering = (): boolean => Object(document).prerendering === true
