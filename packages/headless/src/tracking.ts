import type { Announce } from './announce.js'
import { deliveryOf, type OmetriaConfig } from './config.js'
import type { Consent } from './consent/consent.js'
import type { Delivery } from './delivery/delivery.js'
import type { Caller, Tracked } from './delivery/entry.js'
import { OmetriaError, OmetriaValidationError } from './errors.js'
import type { TrackEvent } from './events/events.js'
import { makeRoom } from './events/make-room.js'
import { warnOfOddSums } from './events/odd-sums.js'
import { buildHit } from './events/request-body.js'
import { validate, validateUser } from './events/validate.js'
import { watchForConsent } from './hints.js'
import { pageContext } from './page-context.js'
import type { Report } from './report.js'
import { namedUser } from './visitor/named-user.js'

/**
 * What becomes of a tracked event in a browser, until the outbox has it: refused, held for consent, or queued. `consent`
 * is the visitor's word, asked now.
 */
export function createTracking(
  config: OmetriaConfig,
  report: Report,
  announce: Announce,
  delivery: Delivery,
  consent: () => Consent,
) {
  /** Events that wait in memory for the visitor's word, in order. */
  const held = new Set<Tracked>()

  function hold(tracked: Tracked) {
    if (held.size === 0) watchForConsent(consent)
    held.add(tracked)
    announce.step(tracked.event, { type: 'held' })
    const isFull = () => held.size > deliveryOf(config).maxEvents
    makeRoom(held, isFull, each => {
      held.delete(each)
      announce.settled(each, { as: 'overflow' })
    })
  }

  /** Asks the visitor for each event: the code that hears of one event may change the answer. */
  function goOn(tracked: Tracked) {
    const word = consent()
    if (word === 'pending') hold(tracked)
    else if (word === 'denied') announce.settled(tracked, { as: 'consent' })
    else if (delivery.isClaimed(tracked.event)) announce.settled(tracked, { as: 'duplicate' })
    else delivery.add(tracked)
  }

  /** What was held goes on, or ends, where the visitor has spoken. */
  function release() {
    if (held.size === 0 || consent() === 'pending') return
    const released = [...held]
    held.clear()
    for (const tracked of released) goOn(tracked)
  }

  return {
    track(event: TrackEvent, caller: Caller) {
      if (consent() === 'denied') return announce.suppressed(event, caller, 'consent')
      const read = readTracked(event, config, report)
      if (read instanceof OmetriaError) {
        announce.ended(event, 'invalid', read)
        return caller.reject(read)
      }
      warnOfOddSums(read.event)
      // What was held goes first, though the consent source may not have called yet.
      release()
      goOn({ ...read, caller })
    },

    /** The visitor may have spoken. */
    consentChanged: release,
  }
}

/** What the outbox needs to know of an event and its visitor, or why the event can't be sent. */
function readTracked(event: TrackEvent, config: OmetriaConfig, report: Report) {
  try {
    const user = namedUser(config, report)
    const hit = buildHit(validate(event), pageContext(config, report))
    return { ...hit, user: user && validateUser(user) }
  } catch (thrown) {
    const unreadable = [{ path: '', message: 'could not be read' }]
    return thrown instanceof OmetriaError ? thrown : new OmetriaValidationError(unreadable)
  }
}
