import { deliveryOf, type OmetriaConfig } from '../config.js'
import { forgetAcknowledgement, isAcknowledged } from '../visitor/acknowledgements.js'
import type { Entry } from './entry.js'
import type { EntryAttempt } from './entry-attempt.js'
import { nextEntries } from './next-entries.js'
import type { Outbox } from './outbox.js'
import type { OutboxSync } from './outbox-sync.js'
import type { ServerGate } from './server-gate.js'
import { deliveredUnheard, type Settlement } from './settlement.js'
import { verdictOn } from './verdict.js'
import type { Visit } from './visit.js'

/** How often to look for the relay's word on what an earlier page had under way, in ms. */
const lookMs = 500

/** Sends what is due, one request after the other. */
export function createDrain({
  config,
  outbox,
  sync,
  gate,
  visit,
  isRelay,
  mayGoOn,
  tryEntry,
  settled,
}: {
  config: OmetriaConfig
  outbox: Outbox
  sync: OutboxSync
  gate: ServerGate
  visit: Visit
  /** Whether the endpoint is on the shop's own host, where the page can read its cookies. */
  isRelay: () => boolean
  /** Asked before each entry. */
  mayGoOn: () => boolean
  tryEntry: EntryAttempt
  settled: () => void
}) {
  /** When an entry is due, by `performance.now()`. While the server is down, the gate alone says when to ask. */
  const dueAt = ({ notBefore, missedAt, sentAt }: Entry) =>
    gate.isDown() && missedAt === undefined && sentAt === undefined ? 0 : notBefore

  function settle(entry: Entry, settlement: Settlement) {
    settled()
    outbox.settle(entry, settlement)
  }

  /** Whether something was done about the entry. */
  async function see(entry: Entry): Promise<boolean> {
    const { timeoutMs, maxAgeMs } = deliveryOf(config)
    const { event, attempts, caller } = entry
    // A request without an answer may have arrived: one that an earlier page made, or one that this page gave up.
    const mayHaveArrived = isRelay() && (attempts > 0 || !caller)
    const acknowledged = mayHaveArrived && isAcknowledged(event.request_id)
    switch (verdictOn(entry, { now: Date.now(), acknowledged, timeoutMs, maxAgeMs })) {
      case 'told':
        forgetAcknowledgement(event.request_id)
        settle(entry, deliveredUnheard)
        return true
      case 'expired':
        settle(entry, { as: 'expired' })
        return true
      case 'later':
        entry.notBefore = performance.now() + lookMs
        return false
      case 'send':
        await tryEntry(entry)
        return true
    }
  }

  return {
    async drain() {
      for (let progress = true; progress; ) {
        progress = false
        for (const entry of nextEntries(outbox.entries)) {
          if (dueAt(entry) > performance.now()) continue
          if (!mayGoOn()) return
          visit.goOnOrBegin()
          sync.refresh(entry)
          if (outbox.has(entry)) progress = (await see(entry)) || progress
        }
      }
    },

    /** How long until the next entry is due, in ms; without end where nothing waits. */
    dueInMs(): number {
      const now = performance.now()
      const waits = Array.from(nextEntries(outbox.entries), entry => dueAt(entry) - now)
      return waits.length > 0 ? Math.max(Math.min(...waits), gate.shutForMs()) : Number.POSITIVE_INFINITY
    },
  }
}
