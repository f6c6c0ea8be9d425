import type { Outbox } from './outbox.js'
import { ourKeys, type Storage } from './storage.js'
import { read } from './stored-entry.js'

/** Under this key stands when consent was last taken back, in ms since 1970. */
const revokedKey = `${ourKeys}revoked`

export type Revocation = ReturnType<typeof createRevocation>

/** Consent is taken back in one tab, and for all tabs. `heard` is called where another tab did it. */
export function createRevocation(outbox: Outbox, storage: Storage, heard: () => void) {
  /** Ends what was tracked until then. What was tracked since consent came again stays. */
  function endUntil(time: number) {
    const { delivered, notice } = outbox.claims
    notice.withdraw(time)
    for (const [key, at] of delivered) if (at <= time) delivered.delete(key)
    for (const entry of outbox.entries.values()) {
      // Storage is cleaned by its own times: a younger event may stand under the same key.
      if (entry.at <= time) outbox.endedElsewhere(entry, { as: 'consent' })
    }
  }

  return {
    /**
     * Forgets everything, for whatever account, and has other tabs do so: one of them may just have stored more. Gives back
     * whether there was anything: then answers to earlier requests may still come.
     */
    revoke(): boolean {
      const time = outbox.list.nextTime()
      const hasTraces = storage.keys(ourKeys).length > 0
      if (hasTraces) storage.publish(revokedKey, String(time))
      endUntil(time)
      for (const key of storage.keys(ourKeys)) storage.remove(key)
      return hasTraces
    },

    /** Another tab wrote something. Whether that was the word that consent was taken back. */
    hear(key: string, value: string | null): boolean {
      if (key !== revokedKey || value === null) return false
      const time = Number(value)
      endUntil(time)
      for (const key of storage.keys(`${ourKeys}event|`)) {
        const stored = read(storage.get(key))
        if (stored && stored.at <= time) storage.remove(key)
      }
      heard()
      return true
    },
  }
}
