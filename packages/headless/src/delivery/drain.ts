import { deliveryOf } from '../config.js'
import { takeAcknowledgement } from '../visitor/acknowledgements.js'
import type { Entry } from './entry.js'
import type { EntryAttempt } from './entry-attempt.js'
import { nextEntries } from './next-entries.js'
import type { SenderParts } from './sender.js'
import type { ServerGate } from './server-gate.js'
import { deliveredUnheard } from './settlement.js'
import { verdictOn } from './verdict.js'

/** How often to look for the relay's word on what an earlier page had under way, in ms. */
const lookMs = 500

/** Sends what is due, one request after the other. `mayGoOn` is asked before each entry. */
export function createDrain(
  { config, outbox, sync, isRelay }: SenderParts,
  gate: ServerGate,
  mayGoOn: () => boolean,
  tryEntry: EntryAttempt,
) {
  /** When an entry is due, by `performance.now()`. While the server is down, the gate alone says when to ask. */
  const dueAt = ({ notBefore, missedAt, sentAt }: Entry) =>
    gate.isDown() && missedAt === undefined && sentAt === undefined ? 0 : notBefore

  async function see(entry: Entry) {
    const { event, attempts, caller, sentAt } = entry
    // A request without an answer may have arrived: one that another page made, or one that this page gave up.
    const mayHaveArrived = isRelay() && (attempts > 0 || !caller || sentAt !== undefined)
    const acknowledged =
      outbox.claims.isOnNotice(entry.key) || (mayHaveArrived && takeAcknowledgement(event.request_id))
    const verdict = verdictOn(entry, acknowledged, Date.now(), deliveryOf(config))
    if (verdict === 'later') entry.notBefore = performance.now() + lookMs
    else if (verdict === 'told') outbox.settle(entry, deliveredUnheard)
    else if (verdict === 'expired') outbox.settle(entry, { as: verdict })
    else await tryEntry(entry)
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
