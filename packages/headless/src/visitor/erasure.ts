import { ackPrefix, cookieNames, type VisitorConfig } from './cookie-names.js'
import { allCookies, erasePageCookie } from './page-cookies.js'

/** How often late cookies are looked for, in ms. */
const lookMs = 500

/** By this event a client tells the others on its page that it has consent: what it writes from now on stays. */
const grantedEvent = 'ometria|granted'

/**
 * Removes the visitor's cookies once consent was taken back. It goes on for a client that was destroyed meanwhile: a cookie
 * that comes late would stay for a year.
 */
export function createErasure(config: VisitorConfig) {
  let looking: ReturnType<typeof setTimeout> | undefined

  /**
   * `until`, by `performance.now()`, goes on erasing: the relay's answer to a request that is under way sets the cookies
   * once more.
   */
  function erase(until = 0) {
    const { uid, sid } = cookieNames(config)
    // Cookies of these names are the shop's own where the shop names the visitor.
    const areOurs = !config.user || typeof config.user === 'function'
    for (const cookie of allCookies().split('; ')) {
      const name = cookie.split('=')[0] ?? ''
      if ((areOurs && (name === uid || name === sid)) || name.startsWith(ackPrefix)) erasePageCookie(name)
    }
    // Without a time of its own, a call leaves an earlier one's as it is.
    if (until === 0) return
    stop()
    if (performance.now() > until) return
    looking = setTimeout(erase, lookMs, until)
    addEventListener(grantedEvent, stop)
  }

  function stop() {
    clearTimeout(looking)
    removeEventListener(grantedEvent, stop)
  }

  return {
    erase,
    /** There is consent again. */
    granted: () => dispatchEvent(new Event(grantedEvent)),
  }
}
