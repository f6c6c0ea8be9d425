import type { ParsedEvent } from '../events/events.js'
import { makeRoom } from '../events/make-room.js'
import { orderKey } from '../events/order-key.js'
import { hexId } from '../hex-id.js'
import { createEntryList, type Entry, type Tracked } from './entry.js'
import { deliveredUnheard, type Settlement } from './settlement.js'
import { ourKeys, type Storage } from './storage.js'
import { read, settled, waiting } from './stored-entry.js'

/** Tells how an entry ended. `elsewhere`: another tab ended it, and has told its own shop code. */
export type OnSettled = (entry: Entry, settlement: Settlement, elsewhere?: boolean) => void

/** The most that may wait, in characters, of the five million that browsers give a site. */
const maxCharacters = 2_000_000

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
  /** The orders, placed or cancelled, that this page delivered: their keys, and when they were tracked. */
  const claimed = new Map<string, number>()
  let settledAt = 0

  /** Ends an entry: in storage, here, and for its caller. */
  function settle(entry: Entry, settlement: Settlement) {
    const { key, at, event, caller } = entry
    settledAt = performance.now()
    list.drop(entry)
    const isClaim = settlement.as === 'delivered' && orderKey(event)
    if (isClaim) claimed.set(key, at)
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

  /** Writes an entry again, since more is known of it. */
  function rewrite(entry: Entry) {
    entry.stored = waiting(entry)
    storage.set(entry.key, entry.stored)
  }

  return {
    prefix,
    list,
    claimed,
    /** What waits, oldest first. */
    entries,
    /** When an entry was last settled here. Other tabs have to see that before they send. */
    settledAt: () => settledAt,
    settle,
    endedElsewhere,
    rewrite,

    /** Whether the entry is there to be sent, as far as is known here. */
    has: (entry: Entry) => entries.get(entry.key) === entry && entry.missedAt === undefined,

    /** Whether this order is queued or delivered already. Where storage can't be read, this page's memory says so. */
    isClaimed(event: ParsedEvent): boolean {
      const key = orderKey(event)
      if (key === undefined) return false
      const value = storage.get(prefix + key)
      if (value === undefined) return entries.has(prefix + key) || claimed.has(prefix + key)
      const stored = read(value)
      return stored !== undefined && (!stored.settled || stored.settled.as === 'delivered')
    },

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

    /** Drops events while more wait than may. */
    makeRoom(maxEvents: number) {
      let characters = 0
      for (const { stored } of entries.values()) characters += stored.length
      const isFull = () => entries.size > maxEvents || characters > maxCharacters
      makeRoom(entries, isFull, entry => {
        if (entry.flight) return
        characters -= entry.stored.length
        settle(entry, { as: 'overflow' })
      })
    },

    /** Takes an event out of storage that was given to the network. Another tab may have tracked it, and hears so. */
    entrust(entry: Entry) {
      entry.entrusted = true
      if (!entry.caller) storage.publish(entry.key, settled(entry.at, deliveredUnheard))
      storage.remove(entry.key)
    },

    /** Puts an event back that the network did not take. */
    takeBack(entry: Entry) {
      if (entry.entrusted) storage.set(entry.key, entry.stored)
      entry.entrusted = false
    },

    /** Notes when a request went out that may arrive unheard, or that none did; unless another tab ended the event meanwhile. */
    noteSent(entry: Entry, sentAt: number | undefined) {
      const isThere = storage.get(entry.key) === entry.stored
      entry.sentAt = sentAt
      if (isThere) rewrite(entry)
    },
  }
}
