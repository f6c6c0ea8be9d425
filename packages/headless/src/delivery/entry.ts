import type { OmetriaError } from '../errors.js'
import type { User } from '../events/events.js'
import type { Hit } from '../events/request-body.js'
import type { Receipt } from '../receipt.js'
import type { Waiting } from './stored-entry.js'

/** The code that tracked an event, and waits to be told how the event ended. */
export interface Caller {
  resolve: (receipt: Receipt) => void
  reject: (error: OmetriaError) => void
}

/** An event on its way to the outbox: the hit, the visitor where the shop names one, and the code that tracked it. */
export interface Tracked extends Hit {
  user: User | undefined
  caller: Caller
}

/** An event that waits for its delivery. Times by `performance.now()`, but for `at` and `sentAt`. */
export interface Entry extends Waiting {
  key: string
  /** The text that stands in storage. */
  stored: string
  /** Only in the client that tracked the event. */
  caller: Caller | undefined
  /** Attempts on this page, and how many of them failed. */
  attempts: number
  failures: number
  /** Whether the last attempt had no answer. */
  unanswered?: boolean
  /** When the next attempt may be made, as far as the event itself goes. */
  notBefore: number
  /** When the entry was first missing from storage. */
  missedAt?: number | undefined
  /** The request under way, and its share of the keepalive bytes. */
  flight?: { controller: AbortController; keepalive: number } | undefined
  /** Given to the network as the page went away, and taken as sent. */
  entrusted?: boolean
}

/** What this tab knows of the outbox: the entries, oldest first. */
export function createEntryList() {
  const entries = new Map<string, Entry>()
  let latest = 0

  return {
    entries: entries as ReadonlyMap<string, Entry>,

    /** A time for a new event, in ms since 1970: never before an earlier event's, whatever happened to the clock. */
    nextTime() {
      latest = Math.max(Date.now(), latest + 0.001)
      return latest
    },

    put(key: string, stored: string, event: Waiting, caller?: Caller): Entry {
      const entry: Entry = { ...event, key, stored, caller, attempts: 0, failures: 0, notBefore: 0 }
      entries.set(key, entry)
      latest = Math.max(latest, event.at)
      return entry
    },

    /** Takes an entry out, and ends its request. */
    drop({ key, flight }: Entry) {
      entries.delete(key)
      flight?.controller.abort()
    },

    sortByAge() {
      const byAge = [...entries.values()].sort((a, b) => a.at - b.at)
      entries.clear()
      for (const entry of byAge) entries.set(entry.key, entry)
    },
  }
}
