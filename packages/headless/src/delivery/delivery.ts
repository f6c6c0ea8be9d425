import type { Step } from '../activity.js'
import { deliveryOf, type OmetriaConfig } from '../config.js'
import type { User } from '../events/events.js'
import type { Report } from '../report.js'
import { createErasure } from '../visitor/erasure.js'
import { createIdentity } from '../visitor/identity.js'
import { namedUser } from '../visitor/named-user.js'
import type { Entry, Tracked } from './entry.js'
import { createOutbox, type OnSettled } from './outbox.js'
import { createOutboxSync } from './outbox-sync.js'
import { createRevocation } from './revocation.js'
import { createSender } from './sender.js'
import { createStorage } from './storage.js'

export type Delivery = ReturnType<typeof createDelivery>

/** The visitor, the outbox and the sender of one endpoint, wired to each other. */
export function createDelivery({
  endpoint,
  config,
  report,
  permitted,
  step,
  onSettled,
  visitorChanged,
}: {
  endpoint: string
  config: OmetriaConfig
  report: Report
  /** Whether consent is there, asked now. */
  permitted: () => boolean
  /** Tells each step in the life of a queued event. */
  step: (event: Entry['event'], step: Step) => void
  onSettled: OnSettled
  visitorChanged: () => void
}) {
  const storage = createStorage(report)
  const identity = createIdentity(config, report, visitorChanged)
  const erasure = createErasure(config)
  const outbox = createOutbox(endpoint, storage, onSettled)
  const revocation = createRevocation(outbox, storage, identity.forget)
  const sync = createOutboxSync(outbox, storage, revocation, report)

  function visitor(): User {
    return namedUser(config, report) ?? identity.lookUp() ?? identity.goOnOrBegin()
  }

  const sender = createSender({
    endpoint,
    config,
    storage,
    outbox,
    sync,
    identity,
    visitor,
    report,
    permitted,
    step,
    isRelay: () => new URL(endpoint, document.baseURI).origin === origin,
  })

  return {
    visitor,
    isClaimed: outbox.isClaimed,
    start() {
      erasure.stop()
      return sender.start()
    },
    flush: sender.flush,

    /** Stores an event, and sends it when its turn comes. `user`: the visitor, where the shop names one. */
    add(tracked: Tracked) {
      const entry = outbox.add({ ...tracked, user: tracked.user ?? identity.lookUp() })
      step(entry.event, { type: 'queued' })
      outbox.makeRoom(deliveryOf(config).maxEvents)
      sender.added(entry, !tracked.user)
    },

    /** Consent was taken back: removes every trace, and what comes late too. */
    revoke() {
      const { timeoutMs } = deliveryOf(config)
      const answersMayCome = revocation.revoke(timeoutMs)
      identity.forget()
      erasure.erase(answersMayCome ? performance.now() + timeoutMs : 0)
    },

    stop() {
      sender.stop()
      erasure.stop()
    },
  }
}
