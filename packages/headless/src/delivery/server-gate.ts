import { createStoredRetryAfter } from './retry-after.js'
import { createServerHealth } from './server-health.js'
import { ourKeys, type Storage } from './storage.js'

const second = 1_000

/** So many different events that fail in a row are the server's fault, and not their own. */
const eventsOfAnOutage = 2

/**
 * How long to wait, in ms, before a server that has been failing for so long is asked once more: between a third and two
 * thirds of that time, at least half a second, at most 5 min. So an outage of any length is noticed to be over
 * before the same length has passed again, and the number of questions grows with its logarithm.
 */
export const untilNextQuestion = (failingForMs: number, random: number) =>
  Math.min(Math.max(failingForMs * (2 / 3), second), 300 * second) * ((1 + random) / 2)

export type ServerGate = ReturnType<typeof createServerGate>

/**
 * Whether the server may be asked. One event's failures are its own. Where different events fail in a row, the server is
 * taken to be down: the gate shuts, and opens for one question at a time until the first answer. Times by
 * `performance.now()`. Why so: docs/decisions/outages.md.
 */
export function createServerGate(endpoint: string, storage: Storage) {
  const named = createStoredRetryAfter(`${ourKeys}hold|${endpoint}`, storage)
  const health = createServerHealth(`${ourKeys}health|${endpoint}`, storage)
  /** The events that failed in a row, and since when that was more than their own fault. */
  const failing = new Set<string>()
  let downSince: number | undefined
  let shutUntil = 0

  return {
    /** How long the gate stays shut, in ms: because the server named a time, or because it seems down. */
    shutForMs: () => Math.max(named.end(), shutUntil) - performance.now(),

    /** While the server is down, no event waits for a time of its own. */
    isDown: () => downSince !== undefined,

    /** Whether the last request had no answer, on this page or the one before. The next one may hang, too. */
    isSilent: () => health.is('silent'),

    /** Whether the server took the last request, on this page or the one before. */
    isTrusted: () => health.is('up'),

    /** The server took an event, or refused it. */
    answered() {
      failing.clear()
      downSince = undefined
      shutUntil = 0
      health.note('up')
    },

    /** The server asked for so many ms: nothing cuts them short. */
    askedToWait(ms: number) {
      health.note('failing')
      named.begin(ms)
    },

    /** An event failed, with an answer or without. */
    failed(key: string, answered: boolean) {
      const now = performance.now()
      const random = Math.random()
      health.note(answered ? 'failing' : 'silent')
      if (failing.add(key).size >= eventsOfAnOutage) downSince ??= now
      if (downSince !== undefined) shutUntil = now + untilNextQuestion(now - downSince, random)
      // One event that hangs is no outage. But the next event should not hang at once.
      else if (!answered) shutUntil = now + second * random
    },

    /** Lets one question through now: the reason for the failures may be gone. */
    letOneThrough() {
      shutUntil = 0
    },
  }
}
