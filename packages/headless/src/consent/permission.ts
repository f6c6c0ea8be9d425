import { ask, type Consent, type ConsentSource, follow } from './consent.js'

/**
 * The visitor's consent, asked each time and never remembered. `configured` is what the configuration says now.
 * `changed` is called where the answer may be another.
 */
export function createPermission(configured: () => Consent | ConsentSource, changed: () => void) {
  /** What took the place of the configuration's word. */
  let replaced: Consent | ConsentSource | undefined
  let followed: Consent | ConsentSource | undefined

  const source = () => replaced ?? configured()
  const word = (): Consent => ask(source())

  return {
    source,
    word,
    isFollowed: (consent: Consent | ConsentSource) => consent === followed,
    /** A page that is being prerendered may never be seen. Until it is, events wait. */
    forPage(): Consent {
      const consent = word()
      return consent === 'granted' && isPrerendering() ? 'pending' : consent
    },
    replace(consent: Consent | ConsentSource) {
      replaced = consent === configured() ? undefined : consent
    },
    /** Hears of changes. Gives back a function that ends it. */
    follow(): () => void {
      const listening = new AbortController()
      const { signal } = listening
      if (isPrerendering()) document.addEventListener('prerenderingchange', changed, { once: true, signal })
      followed = source()
      const unfollow = follow(followed, changed)
      return () => {
        followed = undefined
        listening.abort()
        unfollow()
      }
    },
  }
}

/** Chromium only. Asked of an `Object`, since shops declare this property of `Document` themselves, each in its way. */
const isPrerendering = (): boolean => Object(document).prerendering === true
