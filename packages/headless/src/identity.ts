import { readCookie, writeCookie } from './cookies.js'
import { OmetriaError } from './errors.js'
import type { User } from './events.js'
import { hexId } from './hex-id.js'
import type { Report } from './report.js'

/** Browsers keep no cookie for longer (RFC 6265bis, 5.5). */
export const uidSeconds = 400 * 24 * 60 * 60
/** Ometria's own tracker ends a visit after as long without activity. */
export const sidSeconds = 30 * 60

export interface IdentityConfig {
  user?: User | undefined
  cookies?: { uid?: string; sid?: string; domain?: string } | undefined
}

export const cookieNames = ({ uid = 'ometria_uid', sid = 'ometria_sid' } = {}) => ({ uid, sid })

/** An id that came from outside: anything that a header can carry; else it counts as none. */
export const wellFormed = (id: string | undefined) =>
  id !== undefined && /^[\x21-\x7e]{1,128}$/.test(id) ? id : undefined

/** Who the visitor is, in cookies where the browser takes them, else in memory for the page. */
export interface Identity {
  /** The visitor as known; nobody before the first visit, or after 30 minutes without activity. Writes nothing. */
  known(): User | undefined
  /** The visitor as known or minted now; renews both cookies. */
  renew(): User
  /** Removes the cookies. */
  forget(): void
}

export function createIdentity(config: IdentityConfig, report: Report, changed: () => void): Identity {
  let memory: User | undefined
  let activeAt = 0
  let verified = false

  function read(): { uid?: string | undefined; sid?: string | undefined } {
    const names = cookieNames(config.cookies)
    try {
      const { cookie } = document
      return {
        uid: wellFormed(readCookie(cookie, names.uid)),
        sid: wellFormed(readCookie(cookie, names.sid)),
      }
    } catch {
      return {} // a sandboxed frame has no cookies, and says so by throwing
    }
  }

  function write(name: string, value: string, maxAge: number, domain = config.cookies?.domain) {
    try {
      document.cookie = writeCookie(name, value, { maxAge, domain, secure: location.protocol === 'https:' })
    } catch {}
  }

  function remember(uid: string, sid: string): User {
    activeAt = Date.now()
    // The same object for the same visitor, so that React sees no change.
    if (memory?.uid === uid && memory.sid === sid) return memory
    memory = { uid, sid }
    changed()
    return memory
  }

  /** The visit goes on without a look at the cookies: other tabs only prolong it. A clock set back proves nothing. */
  function current() {
    const idle = Date.now() - activeAt
    return idle >= 0 && idle < sidSeconds * 1000 ? memory : undefined
  }

  return {
    known() {
      if (config.user) return config.user
      const user = current()
      if (user) return user
      const { uid, sid } = read()
      return uid && sid ? remember(uid, sid) : undefined
    },
    renew() {
      if (config.user) return config.user
      const cookies = read()
      const user = remember(cookies.uid ?? memory?.uid ?? hexId(), cookies.sid ?? current()?.sid ?? hexId())
      const names = cookieNames(config.cookies)
      write(names.uid, user.uid, uidSeconds)
      write(names.sid, user.sid, sidSeconds)
      if (!verified && read().uid !== user.uid) report(new OmetriaError('cookies', refused(config)))
      verified = true
      return user
    },
    forget() {
      memory = undefined
      verified = false
      if (config.user) return
      const found = read()
      const names = cookieNames(config.cookies)
      const labels = location.hostname.split('.')
      for (const name of ['uid', 'sid'] as const) {
        if (found[name] === undefined) continue
        write(names[name], '', 0, '')
        // A server may have set it for any parent of this host, and only the same domain removes it.
        for (const at of labels.keys()) write(names[name], '', 0, labels.slice(at).join('.'))
      }
    },
  }
}

const refused = ({ cookies }: IdentityConfig) =>
  cookies?.domain
    ? 'The browser refused the identity cookies. cookies.domain must be this host or a parent of it, and no public suffix.'
    : 'The browser refused the identity cookies; the visitor is known for this page only.'
