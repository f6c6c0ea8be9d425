import { pause } from '../pause.js'
import type { EntrySync } from './entry-sync.js'
import { spentClaims } from './order-claims.js'
import type { Outbox } from './outbox.js'
import type { Revocation } from './revocation.js'
import type { Storage } from './storage.js'

/** Reading hundreds of entries makes way for the page after so many ms. */
const sliceMs = 8

export type OutboxSync = ReturnType<typeof createOutboxSync>

/** Keeps the outbox of this tab in line with what other tabs, other clients on this page, and the visitor do to storage. */
export function createOutboxSync(
  { entries, list, prefix }: Outbox,
  storage: Storage,
  revocation: Revocation,
  { learn, refresh }: EntrySync,
) {
  /** Whether other tabs may have done what nobody told this tab. */
  let isStale = true

  /** Reads all that is stored, and tidies it. */
  async function load() {
    const claims: [key: string, at: number][] = []
    let pauseAt = performance.now() + sliceMs
    for (const entry of entries.values()) refresh(entry)
    for (const key of storage.keys(prefix)) {
      if (performance.now() > pauseAt) {
        await pause()
        pauseAt = performance.now() + sliceMs
      }
      const stored = learn(key, storage.get(key))
      // What is gone has no time, and may be back by the end of a long list.
      if (stored?.settled && stored.at) claims.push([key, stored.at])
    }
    for (const [key] of spentClaims(claims, Date.now())) storage.remove(key)
    list.sortByAge()
  }

  function hear(key: string | null, value: string | null) {
    if (key === null) void load()
    // A word that comes late may have been overtaken: storage has the last one.
    else if (!revocation.hear(key, value)) learn(key, value ?? storage.get(key))
  }

  return {
    refresh,
    load,
    /** Reads what is stored, unless all that happened to it was heard of. */
    async catchUp() {
      if (isStale) await load()
      isStale = false
    },
    /** `until` it is aborted. */
    listen(until: AbortController) {
      isStale = true
      storage.listen(hear, until)
    },
  }
}
