import { bytesIn } from '../events/request-body.js'
import type { Entry } from './entry.js'
import { entrust, noteSent } from './entry-in-storage.js'
import { keepaliveRoom, outlivesThePage } from './keepalive.js'
import { nextEntries } from './next-entries.js'
import type { Outbox } from './outbox.js'
import type { OutboxSync } from './outbox-sync.js'
import type { SenderParts } from './sender.js'
import type { ServerGate } from './server-gate.js'
import { deliveredUnheard } from './settlement.js'

// What happens to the outbox as the page goes away: `pagehide`.

/** What this page tracked and did not try yet goes out at once, as far as keepalive reaches. */
export function handOver(
  { entries, claims, settle }: Outbox,
  sync: OutboxSync,
  send: (entry: Entry) => void,
) {
  for (const entry of nextEntries(entries)) {
    if (claims.isOnNotice(entry.key)) {
      settle(entry, deliveredUnheard)
      continue
    }
    const isUntried = entry.caller && entry.attempts === 0
    if (!isUntried || bytesIn(entry.stored) > keepaliveRoom(entries.values())) continue
    // Another tab may have it under way.
    if (sync.refresh(entry) && entry.sentAt === undefined) send(entry)
  }
}

/**
 * What is under way may arrive, and nobody will hear of it here. The relay tells the next page, whatever it is. Of
 * Ometria itself nobody tells: an order is sent again, better twice than not at all. Anything else is taken as sent, if
 * the request outlives the page and nothing speaks against the server and the network. Why so: docs/decisions/taken-as-sent.md.
 */
export function noteFlights({ outbox, config, storage, isRelay }: SenderParts, gate: ServerGate) {
  const areTakenAsSent = outlivesThePage(config.fetch) && gate.isTrusted() && navigator.onLine
  for (const entry of outbox.entries.values()) {
    if (!entry.flight) continue
    if (isRelay()) noteSent(entry, Date.now(), storage)
    else if (areTakenAsSent && entry.flight.keepalive && entry.event.scope !== 'order')
      entrust(entry, storage)
  }
}
