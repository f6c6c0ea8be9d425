import { OmetriaError } from './errors.js'
import type { User } from './events.js'
import { hexId } from './hex-id.js'
import type { Hit } from './hit.js'
import { isSpent, orderKey, spentClaims } from './once.js'
import type { Receipt } from './receipt.js'
import type { Report } from './report.js'
import type { Settlement } from './settlement.js'
import { ourKeys, type Storage } from './storage.js'
import { claim, read, type Stored, settled, waiting } from './stored.js'

export interface Caller {
  resolve: (receipt: Receipt) => void
  reject: (error: OmetriaError) => void
}

/** An event that waits for its delivery. */
export interface Entry extends Hit {
  key: string
  /** As it stands in storage. */
  stored: string
  /** When it was tracked, in ms since 1970; unique on the page, so that it tells the order too. */
  at: number
  user: User | undefined
  /** Who waits to be told how it ended: with the client that tracked it, and nowhere else. */
  caller: Caller | undefined
  /** Attempts on this page, and when the next may be made, in ms since 1970. */
  attempts: number
  notBefore: number
  sending: boolean
  /** Handed to the network as the page went away, and taken as sent. */
  entrusted: boolean
}

/** What may wait, in characters, of the five million that browsers give a site. */
const maxCharacters = 2_000_000

export type Outbox = ReturnType<typeof createOutbox>

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
  let characters = 0
  let latest = 0
  let page: string | undefined

  const keyOf = (name: string) => prefix + name

  function put(key: string, stored: string, at: number, user: User | undefined, hit: Hit, caller?: Caller) {
    const entry: Entry = {
      ...hit,
      ...{ key, stored, at, user, caller, attempts: 0, notBefore: 0, sending: false, entrusted: false },
    }
    entries.set(key, entry)
    characters += stored.length
    latest = Math.max(latest, at)
    return entry
  }

  function drop(entry: Entry) {
    if (entries.delete(entry.key)) characters -= entry.stored.length
  }

  function settle(entry: Entry, settlement: Settlement) {
    const { key, at, event, caller } = entry
    if (!caller) {
      // Its caller may wait in another tab, which hears of what is stored, or in another client on this page.
      const newValue = settled(at, settlement)
      storage.set(key, newValue)
      dispatchEvent(new StorageEvent('storage', { key, newValue }))
    }
    if (settlement.as === 'delivered' && orderKey(event)) storage.set(key, claim(Date.now()))
    else storage.remove(key)
    drop(entry)
    ended(entry, settlement)
  }

  /** Takes note of what stands under a key now, by the hand of another tab or the visitor. */
  function notice(key: string, value: string | null) {
    const entry = entries.get(key)
    if (!key.startsWith(prefix) || entry?.entrusted || value === entry?.stored) return
    const stored = value === null ? undefined : read(value)
    if (!entry) {
      if (stored?.type === 'waiting') put(key, value ?? '', stored.at, stored.user, stored.hit)
      return
    }
    const settlement = settlementOf(stored)
    if (!settlement) return
    drop(entry)
    if (entry.caller) ended(entry, settlement, true)
  }

  /** Puts in its place what was found in storage when the page came up. */
  function file(key: string, value: string, stored: Stored) {
    if (stored.type === 'waiting') put(key, value, stored.at, stored.user, stored.hit)
    // The page died between the two writes of `settle`.
    if (stored.type === 'settled') storage.remove(key)
    if (stored.type === 'newer') report(new OmetriaError('storage', newer))
    if (stored.type === 'unreadable') {
      storage.set(`${ourKeys}aside`, value)
      storage.remove(key)
      report(new OmetriaError('storage', unreadable))
    }
  }

  return {
    /** What waits, oldest first. */
    entries: entries as ReadonlyMap<string, Entry>,

    /** Reads all that is stored, and tidies it. */
    load() {
      const claims: [key: string, at: number][] = []
      const keys = new Set(storage.keys(prefix))
      for (const key of entries.keys()) if (!keys.has(key)) notice(key, null)
      for (const key of keys) {
        const value = storage.get(key)
        const stored = value === null || entries.has(key) ? undefined : read(value)
        if (stored?.type === 'claim') claims.push([key, stored.at])
        else if (stored) file(key, value ?? '', stored)
      }
      for (const key of spentClaims(claims, Date.now())) storage.remove(key)
      const byAge = [...entries.values()].sort((a, b) => a.at - b.at)
      entries.clear()
      for (const entry of byAge) entries.set(entry.key, entry)
    },

    /** Whether this order is queued or delivered already. */
    isClaimed({ event }: Hit): boolean {
      const name = orderKey(event)
      const value = name && storage.get(keyOf(name))
      if (!value) return false
      const stored = read(value)
      if (stored.type === 'settled') return stored.settlement.as === 'delivered'
      return stored.type === 'claim' ? !isSpent(stored.at, Date.now()) : stored.type !== 'unreadable'
    },

    /** Stores an event. */
    add(hit: Hit, user: User | undefined, caller: Caller): Entry {
      // Never before an earlier one, whatever happened to the clock.
      const at = Math.max(Date.now(), latest + 0.001)
      page ??= hexId()
      const key = keyOf(orderKey(hit.event) ?? `${at}-${page}`)
      const stored = waiting(at, user, hit)
      storage.set(key, stored)
      return put(key, stored, at, user, hit, caller)
    },

    /** Views make room first, then basket events, the oldest first; orders never do. */
    makeRoom(maxEvents: number) {
      while (entries.size > maxEvents || characters > maxCharacters) {
        const idle = [...entries.values()].filter(({ sending }) => !sending)
        const oldest = (scope: string) => idle.find(({ event }) => event.scope === scope)
        const victim = oldest('view') ?? oldest('basket')
        if (!victim) return
        settle(victim, { as: 'overflow' })
      }
    },

    /** Whether the event is still there to be sent. */
    holds(entry: Entry): boolean {
      notice(entry.key, storage.get(entry.key))
      return entries.get(entry.key) === entry
    },

    /** Ends an entry: in storage, here, and for its caller. */
    settle,
    notice,

    /** Takes an event out of storage that was handed to the network as the page went away. */
    entrust(entry: Entry) {
      entry.entrusted = true
      storage.remove(entry.key)
    },

    /** The page came back, and the network had failed. */
    takeBack(entry: Entry) {
      if (!entry.entrusted) return
      entry.entrusted = false
      storage.set(entry.key, entry.stored)
    },

    /** Forgets everything: what waits, what was delivered, whatever account it was for. */
    clear() {
      for (const key of storage.keys(ourKeys)) storage.remove(key)
      for (const entry of entries.values()) settle(entry, { as: 'consent' })
    },
  }
}

function settlementOf(stored: Stored | undefined): Settlement | undefined {
  // Gone without a word: consent was taken back in another tab, or the visitor cleared the site's data.
  if (!stored) return { as: 'consent' }
  if (stored.type === 'settled') return stored.settlement
  return stored.type === 'claim' ? { as: 'delivered', response: null } : undefined
}

const newer = 'A newer build of this shop left events that this one cannot read; they wait for it.'
const unreadable = `Something unreadable stood among the waiting events and was set aside under ${ourKeys}aside.`
