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
    word,
    /** Whether that is another word, or another source, than the one that counts now. */
    isNews: (consent: Consent | ConsentSource) => consent !== (followed ?? source()),
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
      if (isPrerendering()) document.addEventListener('prerenderingchange', changed)
      followed = source()
      const unfollow = follow(followed, changed)
      return () => {
        followed = undefined
        document.removeEventListener('prerenderingchange', changed)
        unfollow()
      }
    },
  }
}

/** Chromium only. Asked of an `Object`, since shops declare this property of `Document` themselves, each in its way. */
const isPrerendering = (): boolean => Object(document).prerendering === true
