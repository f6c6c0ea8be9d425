import { OmetriaError } from '../errors.js'
import type { User } from '../events/events.js'
import { hexId } from '../hex-id.js'
import type { Report } from '../report.js'
import {
  ackCookie,
  ackPrefix,
  cookieNames,
  sidSeconds,
  uidSeconds,
  type VisitorConfig,
  wellFormed,
} from './cookie-names.js'
import { readCookie, writeCookie } from './cookie-text.js'

/** How long cookies that were written count as just written. */
const freshMs = 60_000

/** What stands in the cookies. */
type Found = { [Id in keyof User]: string | undefined }

export type Identity = ReturnType<typeof createIdentity>

/** Who the visitor is: by cookies where the browser takes them, else in memory for the page. */
export function createIdentity(config: VisitorConfig, report: Report, changed: () => void) {
  let memory: User | undefined
  let activeAt = 0
  let writtenAt = 0

  /** A sandboxed frame has no cookies, and throws. */
  function cookies(): string {
    try {
      return document.cookie
    } catch {
      return ''
    }
  }

  const find = (name: string, among = cookies()) => readCookie(among, name)

  /** The visitor by the cookies. */
  function read(): Found {
    const all = cookies()
    const { uid, sid } = cookieNames(config)
    return { uid: wellFormed(find(uid, all)), sid: wellFormed(find(sid, all)) }
  }

  function write(name: string, value: string, maxAge: number, domain?: string) {
    try {
      document.cookie = writeCookie(name, value, { maxAge, domain, secure: location.protocol === 'https:' })
    } catch {}
  }

  function remember(uid: string, sid: string): User {
    // The same object for the same visitor, so that React sees no change.
    if (memory?.uid !== uid || memory.sid !== sid) {
      memory = { uid, sid }
      changed()
    }
    return memory
  }

  /** The visit goes on without a look at the cookies: other tabs only prolong it. A clock set back proves nothing. */
  function current() {
    const idle = Date.now() - activeAt
    return idle >= 0 && idle < sidSeconds * 1000 ? memory : undefined
  }

  /** What goes on of the visitor by the cookies found, and by memory where there are none. */
  const ongoing = ({ uid, sid }: Found) => ({ uid: uid ?? memory?.uid, sid: sid ?? current()?.sid })

  /** Remembers the visitor, and renews the cookies, of which these were found. */
  function keep(found: Found, uid: string, sid: string): User {
    const user = remember(uid, sid)
    activeAt = Date.now()
    // Written, they are slow to read again (0.5 ms in Chromium), and nobody needs the visit's end by the second.
    const renewed = found.uid === uid && found.sid === sid && Math.abs(activeAt - writtenAt) < freshMs
    if (renewed) return user
    writtenAt = activeAt
    const names = cookieNames(config)
    write(names.uid, uid, uidSeconds, names.domain)
    write(names.sid, sid, sidSeconds, names.domain)
    if (!found.uid && !read().uid) {
      report(
        new OmetriaError(
          'cookies',
          'The browser refused the identity cookies: is `cookies.domain` this site?',
        ),
      )
    }
    return user
  }

  return {
    /** The visitor as known; nobody before the first visit, or after 30 minutes without activity. Writes nothing. */
    known(): User | undefined {
      const user = config.user ?? current()
      if (user) return user
      const { uid, sid } = read()
      return uid && sid ? remember(uid, sid) : undefined
    },

    /** The visitor as known or minted now; renews both cookies. */
    renew(): User {
      if (config.user) return config.user
      const found = read()
      const { uid = hexId(), sid = hexId() } = ongoing(found)
      return keep(found, uid, sid)
    },

    /** Renews both cookies of a visit that goes on; whether one does. */
    prolong(): boolean {
      if (config.user) return true
      const found = read()
      const { uid, sid } = ongoing(found)
      if (!uid || !sid) return false
      keep(found, uid, sid)
      return true
    },

    /** Removes the cookies, whichever domain of this site a server may have set them for. */
    forget() {
      memory = undefined
      const { uid, sid } = cookieNames(config)
      const labels = location.hostname.split('.')
      const names = cookies()
        .split('; ')
        .map(cookie => cookie.split('=')[0] ?? '')
      const acks = names.filter(name => name.startsWith(ackPrefix))
      for (const name of config.user ? acks : [uid, sid, ...acks]) {
        if (!cookies().includes(`${name}=`)) continue
        for (const at of [...labels.keys(), labels.length]) write(name, '', 0, labels.slice(at).join('.'))
      }
    },

    /** Whether the relay said that a request of an earlier page arrived. */
    isAcknowledged(requestId: string | number): boolean {
      const name = ackCookie(requestId)
      return name !== undefined && find(name) !== undefined
    },
  }
}
