import { cure } from '../cure.js'
import { OmetriaError } from '../errors.js'
import type { User } from '../events/events.js'
import type { Report } from '../report.js'
import { cookieNames, sidSeconds, uidSeconds, type VisitorConfig, wellFormed } from './cookie-names.js'
import { allCookies, pageCookie, writePageCookie } from './page-cookies.js'

/** The cookies are written again at most this often, in ms. */
const rewriteMs = 60_000

/** What stands in the cookies. */
export type Found = { [Id in keyof User]?: string | undefined }

/** The two cookies by which the visitor is known. */
export function createIdentityCookies(config: VisitorConfig, report: Report) {
  let writtenAt = 0
  /** Whether the browser has given back what it was given. Then a cookie that is missing was taken away. */
  let areKept = false

  function read(): Found {
    const all = allCookies()
    const names = cookieNames(config)
    const uid = wellFormed(pageCookie(names.uid, all))
    areKept ||= !!uid
    return { uid, sid: wellFormed(pageCookie(names.sid, all)) }
  }

  return {
    read,
    areKept: () => areKept,

    /** Writes the cookies where it is time to. `found` is what stood in them. */
    write(found: Found, { uid, sid }: User) {
      const now = Date.now()
      // Cookies that were just written are slow to read (0.5 ms in Chromium), and nobody needs a visit's end by the second.
      if (found.uid === uid && found.sid === sid && Math.abs(now - writtenAt) < rewriteMs) return
      writtenAt = now
      const names = cookieNames(config)
      writePageCookie(names.uid, uid, uidSeconds, names.domain)
      writePageCookie(names.sid, sid, sidSeconds, names.domain)
      if (found.uid) return
      areKept = !!read().uid
      if (!areKept)
        report(new OmetriaError('cookies', `The browser refused the identity cookies.${cure('cookies')}`))
    },
  }
}
