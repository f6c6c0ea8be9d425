import { longestTimer } from './retry-policy.js'
import type { Storage } from './storage.js'

/**
 * What is left of a wait, in ms, that was noted at `at` and ends at `until`. If the clock was set back since, the whole
 * wait is left, and not the difference besides. No wait of ours is longer than a timer holds.
 */
export const remaining = (at: number, until: number, now: number) =>
  until - at > longestTimer ? 0 : Math.min(until - now, until - at)

/**
 * A server's `Retry-After`, stored: every tab waits for its end, and every later page. This page waits for it even where
 * the storage is cleared meanwhile. Times by `performance.now()`, which nobody can set.
 */
export function createStoredRetryAfter(key: string, storage: Storage) {
  let read = ''
  let until = 0

  /** When the wait is over. */
  function end(): number {
    const now = performance.now()
    const stored = storage.get(key)
    if (stored && stored !== read) {
      read = stored
      const [at = 0, end = 0] = stored.split(' ').map(Number)
      until = Math.max(until, now + (remaining(at, end, Date.now()) || 0))
    }
    if (stored && until <= now) storage.remove(key)
    return until
  }

  return {
    end,
    /** Begins a wait of so many ms. A longer one that is under way stays. */
    begin(ms: number) {
      if (end() >= performance.now() + ms) return
      const at = Date.now()
      storage.set(key, `${at} ${at + ms}`)
    },
  }
}
