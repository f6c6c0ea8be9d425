import { createHold } from './hold.js'
import { backoff } from './retry.js'
import type { Storage } from './storage.js'

/** An event's failure is its own. After so many in a row it is the server's, and everything waits. */
const failuresInARow = 5

/** Whether the server may be asked now: by its own word, for all tabs and over reloads, and by how it seems from this page. */
export function createGate(key: string, storage: Storage) {
  const hold = createHold(key, storage)
  let failures = 0
  let answered = false
  let pausedUntil = 0
  let insisting = false

  return {
    /** How long everything has to wait, in ms: none or less where nothing has to. */
    closedFor: () => Math.max(hold.until(), insisting ? 0 : pausedUntil) - performance.now(),
    /** Whether the last attempt failed. */
    inTrouble: () => failures > 0,
    /** Whether there was an answer on this page. */
    hasAnswered: () => answered,
    /** An event was settled by an answer. */
    answered() {
      failures = 0
      answered = true
    },
    /** An attempt failed: without any answer, or with a time that the server named, in ms. */
    failed(unreachable: boolean, retryAfter: number | undefined) {
      failures++
      if (retryAfter !== undefined) hold.begin(retryAfter)
      else if (unreachable || failures >= failuresInARow) {
        pausedUntil = performance.now() + backoff(failures, Math.random())
      }
    },
    /** What it failed for may be over. The server's own word stays. */
    reopen() {
      pausedUntil = 0
    },
    /** Whether to go on for the time being, however down it seems. */
    insist(on: boolean) {
      insisting = on
    },
  }
}
