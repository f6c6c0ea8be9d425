import { cure } from '../cure.js'
import { OmetriaError } from '../errors.js'
import type { Report } from '../report.js'
import type { Entry } from './entry.js'
import type { Outbox } from './outbox.js'
import { deliveredUnheard } from './settlement.js'
import type { Storage } from './storage.js'
import { read, type Stored } from './stored-entry.js'

/** How long another tab's word on the end of an event may take to get here, in ms. */
const hearingMs = 1_000

const cleared: Stored = { at: 0, settled: { as: 'consent' } }

export type EntrySync = ReturnType<typeof createEntrySync>

/** Keeps one entry of this tab after the other in line with what stands in storage under its key. */
export function createEntrySync(outbox: Outbox, storage: Storage, report: Report) {
  const { entries, list, prefix } = outbox

  /**
   * Learns what stands under a key. `null`: consent was taken back in another tab, or the visitor cleared the site's data.
   * Gives back what was understood, where that is news.
   */
  function learn(key: string, value: string | null | undefined): Stored | undefined {
    const entry = entries.get(key)
    const isKnown = value === undefined || value === entry?.stored || entry?.entrusted
    if (isKnown || !key.startsWith(prefix)) return undefined
    const stored = value === null ? cleared : read(value)
    if (!stored)
      report(new OmetriaError('storage', `Entries in localStorage could not be read.${cure('entries')}`))
    else if (stored.settled) {
      // Another time is another event's: the word on an earlier event under this key comes late.
      if (entry && (!stored.at || stored.at === entry.at)) outbox.endedElsewhere(entry, stored.settled)
    } else if (entry) {
      entry.stored = value ?? ''
      entry.sentAt = stored.sentAt
    } else {
      const added = list.put(key, value ?? '', stored)
      // The other tab could not see our claim yet when it wrote over it.
      if (outbox.claims.delivered.has(key)) outbox.settle(added, deliveredUnheard)
    }
    return stored
  }

  /**
   * Brings an entry in line with storage. One that is missing there has a moment left to be heard of. Gives back whether
   * the entry is there to be sent.
   */
  function refresh(entry: Entry): boolean {
    const value = storage.get(entry.key)
    const now = performance.now()
    const isMissing = value === null && entry.caller && !entry.entrusted
    entry.missedAt = isMissing ? (entry.missedAt ?? now) : undefined
    if (entry.missedAt !== undefined) entry.notBefore = entry.missedAt + hearingMs
    if (!isMissing || entry.notBefore <= now) learn(entry.key, value)
    return outbox.has(entry)
  }

  return { learn, refresh }
}
