import { cure } from '../cure.js'
import { OmetriaError } from '../errors.js'
import type { User } from '../events/events.js'
import { hexId } from '../hex-id.js'
import type { Report } from '../report.js'
import { cookieNames, sidSeconds, uidSeconds, type VisitorConfig, wellFormed } from './cookie-names.js'
import { allCookies, pageCookie, writePageCookie } from './page-cookies.js'

/** The cookies are written again at most this often, in ms. */
const rewriteMs = 60_000

/** What stands in the cookies. */
type Found = { [Id in keyof User]?: string | undefined }

export type Identity = ReturnType<typeof createIdentity>

/**
 * Who the visitor is: by our own cookies where the browser keeps them, else in memory for the page. `changed` is called
 * where the visitor is another than before.
 */
export function createIdentity(config: VisitorConfig, report: Report, changed: () => void) {
  let memory: User | undefined
  let activeAt = 0
  let writtenAt = 0
  /** Whether the browser has given back what it was given. Then a cookie that is missing was taken away. */
  let cookiesAreKept = false

  function readCookies(): Found {
    const all = allCookies()
    const names = cookieNames(config)
    return { uid: wellFormed(pageCookie(names.uid, all)), sid: wellFormed(pageCookie(names.sid, all)) }
  }

  function remember(uid: string, sid: string): User {
    // The same object for the same visitor, so that React sees no change.
    if (memory?.uid !== uid || memory.sid !== sid) {
      memory = { uid, sid }
      changed()
    }
    return memory
  }

  /** The visitor in memory, while the visit goes on. A clock set back proves nothing. */
  function remembered() {
    const idle = Date.now() - activeAt
    return idle >= 0 && idle < sidSeconds * 1000 ? memory : undefined
  }

  /** What goes on of the visitor: by the cookies, and by memory where the browser keeps none. */
  function ongoing({ uid, sid }: Found): Found {
    return !uid && cookiesAreKept ? {} : { uid: uid ?? memory?.uid, sid: sid ?? remembered()?.sid }
  }

  /** Remembers the visitor, and writes the cookies where it is time to. `found` is what stood in them. */
  function write(found: Found, uid: string, sid: string): User {
    const user = remember(uid, sid)
    activeAt = Date.now()
    cookiesAreKept ||= !!found.uid
    // Cookies that were just written are slow to read (0.5 ms in Chromium), and nobody needs a visit's end by the second.
    const isFresh = found.uid === uid && found.sid === sid && Math.abs(activeAt - writtenAt) < rewriteMs
    if (isFresh) return user
    writtenAt = activeAt
    const names = cookieNames(config)
    writePageCookie(names.uid, uid, uidSeconds, names.domain)
    writePageCookie(names.sid, sid, sidSeconds, names.domain)
    if (!found.uid) {
      cookiesAreKept = !!readCookies().uid
      if (!cookiesAreKept)
        report(new OmetriaError('cookies', `The browser refused the identity cookies.${cure('cookies')}`))
    }
    return user
  }

  return {
    /**
     * The visitor as last seen on this page, or `anew`, and else by the cookies; nobody where no visit goes on. Writes
     * nothing.
     */
    lookUp(anew = false): User | undefined {
      const user = anew ? undefined : remembered()
      if (user) return user
      const { uid, sid } = readCookies()
      cookiesAreKept ||= !!uid
      return uid && sid ? remember(uid, sid) : undefined
    },

    /** Goes on with the visit, or begins one. Writes the cookies. */
    goOnOrBegin(): User {
      const found = readCookies()
      const { uid = hexId(), sid = hexId() } = ongoing(found)
      return write(found, uid, sid)
    },

    /** Goes on with the visit, where there is one. Then writes the cookies. */
    goOn(): User | undefined {
      const found = readCookies()
      const { uid, sid } = ongoing(found)
      return uid && sid ? write(found, uid, sid) : undefined
    },

    /** Forgets the visitor on this page. Writes nothing. */
    forget() {
      if (memory) changed()
      memory = undefined
    },
  }
}
