import type { Announce } from '../announce.js'
import { deliveryOf, type OmetriaConfig } from '../config.js'
import type { User } from '../events/events.js'
import type { Report } from '../report.js'
import { createErasure } from '../visitor/erasure.js'
import { createIdentity } from '../visitor/identity.js'
import { namedUser } from '../visitor/named-user.js'
import type { Tracked } from './entry.js'
import { createEntrySync } from './entry-sync.js'
import { createOutbox } from './outbox.js'
import { createOutboxSync } from './outbox-sync.js'
import { dropOverflow } from './overflow.js'
import { createPresence } from './presence.js'
import { createRevocation } from './revocation.js'
import { createSender } from './sender.js'
import { createStorage } from './storage.js'

export type Delivery = ReturnType<typeof createDelivery>

export interface DeliveryParts {
  endpoint: string
  config: OmetriaConfig
  report: Report
  announce: Announce
  /** Whether consent is there, asked now. */
  permitted: () => boolean
}

/** The visitor, the outbox and the sender of one endpoint, wired to each other. */
export function createDelivery(given: DeliveryParts, visitorChanged: () => void) {
  const { endpoint, config, report, announce } = given
  const storage = createStorage(report)
  const identity = createIdentity(config, report, visitorChanged)
  const erasure = createErasure(config)
  const outbox = createOutbox(endpoint, storage, announce.settled)
  const revocation = createRevocation(outbox, storage, identity.forget)
  const sync = createOutboxSync(outbox, storage, revocation, createEntrySync(outbox, storage, report))

  let last: User | undefined
  let isSameOrigin: boolean | undefined
  const isRelay = () => (isSameOrigin ??= new URL(endpoint, document.baseURI).origin === origin)

  /** The visitor, looked up anew: another tab may have erased the cookies. The same object for the same visitor. */
  function visitor(): User {
    const user = namedUser(config, report) ?? identity.lookUp(true) ?? identity.goOnOrBegin()
    if (user.uid !== last?.uid || user.sid !== last.sid) last = user
    return last
  }

  const isHere = () => presence.isListening()
  const sender = createSender({ ...given, storage, outbox, sync, identity, visitor, isRelay, isHere })
  const presence = createPresence(outbox, sync, sender)

  return {
    visitor,
    isClaimed: outbox.claims.isClaimed,
    start() {
      erasure.granted()
      return presence.start()
    },
    flush: presence.flush,

    /** Stores an event, and sends it when its turn comes. `user`: the visitor, where the shop names one. */
    add(tracked: Tracked) {
      const entry = outbox.add({ ...tracked, user: tracked.user ?? identity.lookUp() })
      announce.step(entry.event, { type: 'queued' })
      dropOverflow(outbox, deliveryOf(config).maxEvents)
      presence.added(entry, !tracked.user)
    },

    /** Consent was taken back: removes every trace, and what comes late too. */
    revoke() {
      const hadTraces = revocation.revoke()
      identity.forget()
      // The page before this one may have left a request under way, too.
      const answersMayCome = hadTraces || isRelay()
      erasure.erase(answersMayCome ? performance.now() + deliveryOf(config).timeoutMs : 0)
    },

    stop: presence.stop,
  }
}
