import type { User } from '../events/events.js'
import { hexId } from '../hex-id.js'
import type { Report } from '../report.js'
import { sidSeconds, type VisitorConfig } from './cookie-names.js'
import { createIdentityCookies, type Found } from './identity-cookies.js'

export type Identity = ReturnType<typeof createIdentity>

/**
 * Who the visitor is: by our own cookies where the browser keeps them, else in memory for the page. `changed` is called
 * where the visitor is another than before.
 */
export function createIdentity(config: VisitorConfig, report: Report, changed: () => void) {
  const cookies = createIdentityCookies(config, report)
  let memory: User | undefined
  let activeAt = 0

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
    return !uid && cookies.areKept() ? {} : { uid: uid ?? memory?.uid, sid: sid ?? remembered()?.sid }
  }

  /** The visitor is active: in memory, and in the cookies, in which `found` stood. */
  function active(found: Found, uid: string, sid: string): User {
    const user = remember(uid, sid)
    activeAt = Date.now()
    cookies.write(found, user)
    return user
  }

  return {
    /** The visitor as last seen on this page, or `anew`, and else by the cookies; nobody where no visit goes on. */
    lookUp(anew = false): User | undefined {
      const user = anew ? undefined : remembered()
      if (user) return user
      const { uid, sid } = cookies.read()
      return uid && sid ? remember(uid, sid) : undefined
    },

    /** Goes on with the visit, or begins one. Writes the cookies. */
    goOnOrBegin(): User {
      const found = cookies.read()
      const { uid = hexId(), sid = hexId() } = ongoing(found)
      return active(found, uid, sid)
    },

    /** Goes on with the visit, where there is one. Then writes the cookies. */
    goOn(): User | undefined {
      const found = cookies.read()
      const { uid, sid } = ongoing(found)
      return uid && sid ? active(found, uid, sid) : undefined
    },

    /** Forgets the visitor on this page. Writes nothing. */
    forget() {
      if (memory) changed()
      memory = undefined
    },
  }
}
