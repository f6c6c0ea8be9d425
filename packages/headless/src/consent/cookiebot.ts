import type { ConsentSource } from './consent.js'
import { onWindow } from './on-window.js'

/** What visitors are asked for in Cookiebot's banner. */
export type CookiebotCategory = 'preferences' | 'statistics' | 'marketing'

/** What the page's `window` has of it, once its script has loaded. */
interface Cookiebot {
  hasResponse?: boolean
  consent?: Partial<Record<CookiebotCategory, boolean>>
}

/**
 * Consent as Cookiebot has it for one of its categories. `pending` until its script is there and the visitor answered,
 * or until it presumes the answer where the law of the place lets it.
 */
export function cookiebot({ category = 'marketing' }: { category?: CookiebotCategory } = {}): ConsentSource {
  return {
    get() {
      const { Cookiebot }: { Cookiebot?: Cookiebot } = Object(globalThis)
      if (Cookiebot?.consent?.[category] === true) return 'granted'
      return Cookiebot?.hasResponse === true ? 'denied' : 'pending'
    },
    // Raised on `window`, also for what an earlier page was answered, so it does not matter who was here first.
    subscribe: onWindow('CookiebotOnConsentReady', 'CookiebotOnAccept', 'CookiebotOnDecline'),
  }
}
