import { deliveryOf } from '../config.js'
import { orderKey } from '../events/order-key.js'
import { takeAcknowledgement } from '../visitor/acknowledgements.js'
import type { Entry } from './entry.js'
import type { EntryAttempt } from './entry-attempt.js'
import { hearingMs } from './entry-sync.js'
import { nextEntries } from './next-entries.js'
import { underOrderLock } from './order-lock.js'
import type { SenderParts } from './sender.js'
import type { ServerGate } from './server-gate.js'
import { deliveredUnheard } from './settlement.js'
import { verdictOn } from './verdict.js'

/** How often to look for the relay's word on what an earlier page had under way, in ms. */
const lookMs = 500

/** Sends what is due, one request after the other. `mayGoOn` is asked before each entry. */
export function createDrain(
  { config, outbox, sync, isRelay, isHere, permitted }: SenderParts,
  gate: ServerGate,
  mayGoOn: () => boolean,
  tryEntry: EntryAttempt,
) {
  /** When an entry is due, by `performance.now()`. While the server is down, the gate alone says when to ask. */
  const dueAt = ({ notBefore, missedAt, sentAt, isElsewhere }: Entry) =>
    gate.isDown() && missedAt === undefined && sentAt === undefined && !isElsewhere ? 0 : notBefore

  async function see(entry: Entry) {
    const { event, attempts, caller, sentAt } = entry
    // A request without an answer may have arrived: one that another page made, or one that this page gave up.
    const mayHaveArrived = isRelay() && (attempts > 0 || !caller || sentAt !== undefined)
    const acknowledged = mayHaveArrived && takeAcknowledgement(event.request_id)
    const verdict = verdictOn(entry, acknowledged, Date.now(), deliveryOf(config))
    if (verdict === 'later') entry.notBefore = performance.now() + lookMs
    else if (verdict === 'told') outbox.settle(entry, deliveredUnheard)
    else if (verdict === 'expired') outbox.settle(entry, { as: verdict })
    else if (!orderKey(event)) await tryEntry(entry)
    else {
      entry.isElsewhere = !(await underOrderLock(entry.key, () => tryOrder(entry)))
      if (entry.isElsewhere) entry.notBefore = performance.now() + hearingMs
    }
  }

  /** Much may have happened until the lock was there. Resolves with whether the order arrived. */
  async function tryOrder(entry: Entry): Promise<boolean> {
    const isWaiting = outbox.entries.get(entry.key) === entry && !entry.flight
    if (isWaiting && isHere() && permitted()) await tryEntry(entry)
    return outbox.claims.delivered.has(entry.key)
  }

  return {
    async drain() {
      for (let progress = true; progress; ) {
        progress = false
        for (const entry of nextEntries(outbox.entries)) {
          if (dueAt(entry) > performance.now()) continue
          if (!mayGoOn()) return
          if (!sync.refresh(entry)) continue
          await see(entry)
          progress = true
        }
      }
    },

    /** How long until the next entry is due, in ms; without end where nothing waits. */
    dueInMs(): number {
      let due = Infinity
      for (const entry of nextEntries(outbox.entries)) due = Math.min(due, dueAt(entry))
      return Math.max(due - performance.now(), gate.shutForMs())
    },
  }
}
