import { orderKey } from '../events/order-key.js'
import { hexId } from '../hex-id.js'
import { createEntryList, type Entry, type Tracked } from './entry.js'
import { createOrderClaims } from './order-claims.js'
import { deliveredUnheard, type Settlement } from './settlement.js'
import { ourKeys, type Storage } from './storage.js'
import { settled, waiting } from './stored-entry.js'

/** Tells how an entry ended. `elsewhere`: another tab ended it, and has told its own shop code. */
export type OnSettled = (entry: Entry, settlement: Settlement, elsewhere?: boolean) => void

export type Outbox = ReturnType<typeof createOutbox>

/**
 * The durable list of events that are not settled yet, for one endpoint. The truth stands in storage, and all tabs share
 * it: each event is written once and removed once.
 *
 * An order stands under a key of its own. While it waits there, and later while its claim stands there, it can't be
 * queued again. One write turns the waiting order into its claim. Why so: docs/decisions/entries-in-local-storage.md.
 */
export function createOutbox(endpoint: string, storage: Storage, onSettled: OnSettled) {
  const prefix = `${ourKeys}event|${endpoint}|`
  const list = createEntryList()
  const { entries } = list
  const claims = createOrderClaims(prefix, storage, entries)
  let settledAt = 0

  /** Ends an entry: in storage, here, and for its caller. */
  function settle(entry: Entry, settlement: Settlement) {
    const { key, at, event, caller } = entry
    settledAt = performance.now()
    list.drop(entry)
    const isClaim = settlement.as === 'delivered' && orderKey(event)
    if (isClaim) claims.add(key, at)
    // The caller may wait in another tab or in another client on this page: both hear of what is stored.
    if (isClaim || !caller) storage.publish(key, settled(at, caller ? deliveredUnheard : settlement))
    if (!isClaim) storage.remove(key)
    onSettled(entry, settlement)
  }

  /** Ends an entry that another tab or the visitor has ended. */
  function endedElsewhere(entry: Entry, settlement: Settlement) {
    list.drop(entry)
    if (entry.caller) onSettled(entry, settlement, true)
  }

  return {
    prefix,
    list,
    claims,
    /** What waits, oldest first. */
    entries,
    /** When an entry was last settled here. Other tabs have to see that before they send. */
    settledAt: () => settledAt,
    settle,
    endedElsewhere,

    /** Whether the entry is there to be sent, as far as is known here. */
    has: (entry: Entry) => entries.get(entry.key) === entry && entry.missedAt === undefined,

    add(tracked: Tracked): Entry {
      const at = list.nextTime()
      const key = prefix + (orderKey(tracked.event) ?? `${at}-${hexId()}`)
      // The visitor cleared the site's data, and with it the claim.
      const earlier = entries.get(key)
      if (earlier) endedElsewhere(earlier, { as: 'consent' })
      const event = { ...tracked, at }
      const stored = waiting(event)
      storage.set(key, stored)
      return list.put(key, stored, event, tracked.caller)
    },
  }
}
