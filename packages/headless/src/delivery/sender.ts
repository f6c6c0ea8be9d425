import type { User } from '../events/events.js'
import type { Identity } from '../visitor/identity.js'
import type { DeliveryParts } from './delivery.js'
import { createDrain } from './drain.js'
import type { Entry } from './entry.js'
import { createEntryAttempt } from './entry-attempt.js'
import { handOver, noteFlights } from './leaving.js'
import type { Outbox } from './outbox.js'
import type { OutboxSync } from './outbox-sync.js'
import { createServerGate } from './server-gate.js'
import { ourKeys, type Storage } from './storage.js'
import { createTabLock } from './tab-lock.js'
import { createTurn } from './turn.js'
import { createVisit } from './visit.js'

export interface SenderParts extends DeliveryParts {
  storage: Storage
  outbox: Outbox
  sync: OutboxSync
  identity: Identity
  /** The visitor, as the shop or our cookies name one, or a new one. */
  visitor: () => User
  /** Whether the endpoint is on the shop's own host, where the page can read its cookies. */
  isRelay: () => boolean
  /** Whether the client listens to the page and to other tabs. */
  isHere: () => boolean
}

export type Sender = ReturnType<typeof createSender>

/** Who sends: this tab, when its turn comes. Here the parts are wired to each other. */
export function createSender(parts: SenderParts) {
  const { endpoint, storage, outbox, sync, identity, permitted, isHere } = parts
  const gate = createServerGate(endpoint, storage)
  const lock = createTabLock(`${ourKeys}lock|${endpoint}`, storage, permitted)
  const visit = createVisit(identity, outbox, storage)

  const maySend = () => isHere() && permitted()
  const mayGoOn = () => maySend() && gate.shutForMs() <= 0

  const tryEntry = createEntryAttempt(parts, gate, visit)
  const { drain, dueInMs } = createDrain(parts, gate, mayGoOn, tryEntry)
  const turn = createTurn(lock, outbox, mayBegin, send, () => (maySend() ? dueInMs() : undefined))

  function mayBegin(): boolean {
    if (maySend()) visit.goOn()
    return mayGoOn() && outbox.entries.size > 0
  }

  async function send() {
    // Much may have happened while another tab was sending.
    if (!maySend()) return
    storage.persist()
    await sync.catchUp()
    const { notice } = outbox.claims
    await notice.look()
    await drain()
    notice.publish()
  }

  /** The page may come back out of the back/forward cache: then what failed meanwhile has its turn again. */
  async function handOut(entry: Entry) {
    await tryEntry(entry, true)
    outbox.claims.notice.publish()
    await turn.begin()
  }

  return {
    begin: turn.begin,
    stop: turn.stop,
    tracked: visit.tracked,
    answer: lock.listen,

    /** The reason for failures may be gone: everything may be tried once, as far as the server answers. */
    wake() {
      if (maySend()) storage.persist() // there may be room again, and no turn soon
      gate.letOneThrough()
      for (const entry of outbox.entries.values()) entry.notBefore = 0
      return turn.begin(true)
    },

    /** The page goes away. */
    leave() {
      if (maySend()) {
        storage.persist()
        visit.goOnOrBegin()
        // A tab that is sending has this tab's events on its list too.
        // A server that is down is asked one question at a time, and not by a page that can't hear the answer.
        if (mayGoOn() && !gate.isDown() && !lock.isElsewhere()) handOver(outbox, sync, handOut)
        noteFlights(parts, gate)
      }
      turn.letOthers()
    },
  }
}
