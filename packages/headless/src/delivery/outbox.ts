import { OmetriaError } from '../errors.js'
import type { User } from '../events/events.js'
import { orderKey } from '../events/order-key.js'
import type { Hit } from '../events/request-body.js'
import { hexId } from '../hex-id.js'
import { pause } from '../pause.js'
import type { Receipt } from '../receipt.js'
import type { Report } from '../report.js'
import { spentClaims } from './order-claims.js'
import { deliveredUnheard, type Settlement } from './settlement.js'
import { ourKeys, type Storage } from './storage.js'
import { read, type Stored, settled, type Waiting, waiting } from './stored-entry.js'

/** Who waits to be told how an event ended. */
export interface Caller {
  resolve: (receipt: Receipt) => void
  reject: (error: OmetriaError) => void
}

/** An event that waits for its delivery. */
export interface Entry extends Waiting {
  key: string
  /** As it stands in storage. */
  stored: string
  /** There with the client that tracked it, and nowhere else. */
  caller: Caller | undefined
  /** Attempts on this page, and when the next may be made, by `performance.now()`. */
  attempts: number
  notBefore: number
  /** When it was first found to be gone from storage, by the same clock. */
  missedAt: number | undefined
  /** The request under way, and how much of the keepalive bytes it takes. */
  flight: { controller: AbortController; keepalive: number } | undefined
  /** Handed to the network as the page went away, and taken as sent. */
  entrusted: boolean
}

/** Reading hundreds of entries makes way for the page after so long. */
const sliceMs = 8

/** How long another tab's word of how an event ended may take to get here. */
const hearingMs = 1_000

export type Outbox = ReturnType<typeof createOutbox>

const revoked = `${ourKeys}revoked`

/** What may wait, in characters, of the five million that browsers give a site. */
const maxCharacters = 2_000_000

/**
 * The durable list of events not yet settled, for one endpoint: in storage the truth that all tabs share, each event
 * written once and removed once; here what this tab knows of it, oldest first.
 *
 * An order stands under a key of its own. While it waits there, and once only its claim stands there, it can't be
 * queued again; one write turns the one into the other.
 */
export function createOutbox(
  endpoint: string,
  storage: Storage,
  report: Report,
  ended: (entry: Entry, settlement: Settlement, elsewhere?: boolean) => void,
) {
  const prefix = `${ourKeys}event|${endpoint}|`
  const entries = new Map<string, Entry>()
  /** The orders, placed or cancelled, that this page has delivered. */
  const delivered = new Set<string>()
  let characters = 0
  let latest = 0
  let page: string | undefined

  function put(key: string, stored: string, event: Waiting, caller?: Caller) {
    const fresh = { attempts: 0, notBefore: 0, missedAt: undefined, flight: undefined, entrusted: false }
    const entry: Entry = { ...event, ...fresh, key, stored, caller }
    entries.set(key, entry)
    characters += stored.length
    latest = Math.max(latest, event.at)
    return entry
  }

  function drop({ key, stored, flight }: Entry) {
    if (entries.delete(key)) characters -= stored.length
    flight?.controller.abort()
  }

  /** Ends an entry: in storage, here, and for its caller. */
  function settle(entry: Entry, settlement: Settlement) {
    const { key, at, event, caller } = entry
    const claimed = settlement.as === 'delivered' && orderKey(event)
    if (claimed) delivered.add(key)
    if (claimed || !caller) {
      const newValue = settled(at, caller ? deliveredUnheard : settlement)
      storage.set(key, newValue)
      // Its caller may wait in another tab, which hears of what is stored, or in another client on this page.
      if (!caller) dispatchEvent(new StorageEvent('storage', { key, newValue }))
    }
    if (!claimed) storage.remove(key)
    drop(entry)
    ended(entry, settlement)
  }

  function forget() {
    delivered.clear()
    for (const entry of entries.values()) settle(entry, { as: 'consent' })
    for (const key of storage.keys(ourKeys)) storage.remove(key)
  }

  /** Takes note of what stands under a key, by the hand of another page or tab, or of the visitor. */
  function notice(key: string, value: string | null | undefined): Stored | undefined {
    if (value === undefined) return undefined
    if (key === revoked && value !== null) forget()
    const entry = entries.get(key)
    if (!key.startsWith(prefix) || entry?.entrusted || value === entry?.stored) return undefined
    // Gone without a word: consent was taken back in another tab, or the visitor cleared the site's data.
    const stored: Stored | undefined = value === null ? { at: 0, settled: { as: 'consent' } } : read(value)
    if (!stored) report(new OmetriaError('storage', 'Unreadable entries in storage were left alone.'))
    else if (!entry) {
      if (stored.settled) return stored
      const added = put(key, value ?? '', stored)
      // The other tab did not see our claim yet as it wrote over it.
      if (delivered.has(key)) settle(added, deliveredUnheard)
    } else if (stored.settled) {
      drop(entry)
      if (entry.caller) ended(entry, stored.settled, true)
    } else if (value) {
      characters += value.length - entry.stored.length
      entry.stored = value
      entry.sentAt = stored.sentAt
    }
    return stored
  }

  /** Whether the event is still there to be sent. */
  function holds(entry: Entry): boolean {
    const value = storage.get(entry.key)
    if (value === null && entry.caller && !entry.entrusted) {
      entry.missedAt ??= performance.now()
      entry.notBefore = entry.missedAt + hearingMs
      if (entry.notBefore > performance.now()) return false
    }
    notice(entry.key, value)
    return entries.has(entry.key)
  }

  return {
    /** What waits, oldest first. */
    entries: entries as ReadonlyMap<string, Entry>,
    settle,
    notice,
    holds,

    /** Reads all that is stored, and tidies it. */
    async load() {
      const claims: [key: string, at: number][] = []
      let pauseAt = performance.now() + sliceMs
      for (const entry of entries.values()) holds(entry)
      for (const key of storage.keys(prefix)) {
        if (performance.now() > pauseAt) {
          await pause()
          pauseAt = performance.now() + sliceMs
        }
        const stored = notice(key, storage.get(key))
        // What is gone has no time, and may be back by the end of a long list.
        if (stored?.settled && stored.at) claims.push([key, stored.at])
      }
      for (const [key] of spentClaims(claims, Date.now())) storage.remove(key)
      const byAge = [...entries.values()].sort((a, b) => a.at - b.at)
      entries.clear()
      for (const entry of byAge) entries.set(entry.key, entry)
    },

    /** Whether this order is queued or delivered already. */
    isClaimed({ event }: Hit): boolean {
      const key = orderKey(event)
      const value = key && storage.get(prefix + key)
      const stored = value && read(value)
      return Boolean(stored && (!stored.settled || stored.settled.as === 'delivered'))
    },

    add(hit: Hit, user: User | undefined, caller: Caller) {
      // Never before an earlier one, whatever happened to the clock.
      const at = Math.max(Date.now(), latest + 0.001)
      page ??= hexId()
      const key = prefix + (orderKey(hit.event) ?? `${at}-${page}`)
      // The visitor cleared the site's data, and with it the claim.
      const gone = entries.get(key)
      if (gone) {
        drop(gone)
        ended(gone, { as: 'consent' }, true)
      }
      const event = { ...hit, at, user }
      const stored = waiting(event)
      storage.set(key, stored)
      put(key, stored, event, caller)
    },

    /** Views make room first, then basket events, the oldest first; orders never do. */
    makeRoom(maxEvents: number) {
      for (const scope of ['view', 'basket']) {
        for (const entry of entries.values()) {
          if (entries.size <= maxEvents && characters <= maxCharacters) return
          if (entry.event.scope === scope && !entry.flight) settle(entry, { as: 'overflow' })
        }
      }
    },

    /** Takes an event out of storage that was handed to the network, and back where the network failed. */
    entrust(entry: Entry, entrusted: boolean) {
      if (entry.entrusted === entrusted) return
      entry.entrusted = entrusted
      if (entrusted) storage.remove(entry.key)
      else storage.set(entry.key, entry.stored)
    },

    /** Notes that a request was under way as the page went away. */
    noteSent(entry: Entry) {
      entry.sentAt = Date.now()
      entry.stored = waiting(entry)
      storage.set(entry.key, entry.stored)
    },

    /** Forgets everything, for whatever account, and has other tabs do so: one of them may just have stored more. */
    revoke() {
      if (storage.keys(ourKeys).length > 0) storage.set(revoked, '')
      forget()
    },
  }
}
