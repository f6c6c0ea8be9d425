import type { Identity } from '../visitor/identity.js'
import type { Entry } from './entry.js'
import { rewrite } from './entry-in-storage.js'
import type { Outbox } from './outbox.js'
import type { Storage } from './storage.js'

export type Visit = ReturnType<typeof createVisit>

/** The visit of the shopper on this page: each event prolongs it, whether or not the event can be sent now. */
export function createVisit(identity: Identity, outbox: Outbox, storage: Storage) {
  /** What was tracked since the cookies were last looked at. */
  let unseen: Entry[] = []

  /**
   * The cookies are looked at after the click, not in it. Where they name another visitor than this page knew (the shop's
   * server changed them, a first visit has just begun), what was tracked since the last look is that visitor's.
   */
  function seen(user: NonNullable<Entry['user']>) {
    for (const entry of unseen) {
      if (entry.user === user || entry.attempts > 0 || !outbox.has(entry)) continue
      entry.user = user
      rewrite(entry, storage)
    }
    unseen = []
  }

  return {
    /** An event was tracked. */
    tracked: (entry: Entry) => unseen.push(entry),

    /** Goes on with the visit, where there is one. */
    goOn() {
      const user = unseen.length > 0 && identity.goOn()
      if (user) seen(user)
    },

    /** Goes on with the visit, or begins one. Under the lock, so that two tabs which open at once begin one visit. */
    goOnOrBegin() {
      if (unseen.length > 0) seen(identity.goOnOrBegin())
    },
  }
}
