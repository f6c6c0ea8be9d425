import type { Announce } from './announce.js'
import { deliveryOf, type OmetriaConfig } from './config.js'
import type { Consent } from './consent/consent.js'
import type { Delivery } from './delivery/delivery.js'
import type { Caller } from './delivery/entry.js'
import { type Issue, OmetriaError, OmetriaOverflowError, OmetriaValidationError } from './errors.js'
import type { TrackEvent, User } from './events/events.js'
import { warnOfOddSums } from './events/odd-sums.js'
import { buildHit, type Hit } from './events/request-body.js'
import { validate, validateUser } from './events/validate.js'
import { createHeldEvents, type Tracked } from './held-events.js'
import type { Hints } from './hints.js'
import { pageContext } from './page-context.js'
import type { Report } from './report.js'
import { namedUser } from './visitor/named-user.js'

const unreadable: Issue = { path: '', message: 'could not be read' }

/** What becomes of a tracked event in a browser, until the outbox has it: refused, held for consent, or queued. */
export function createTracking({
  config,
  report,
  announce,
  delivery,
  consent,
  hints,
}: {
  config: OmetriaConfig
  report: Report
  announce: Announce
  delivery: Delivery
  /** The visitor's word, asked now. */
  consent: () => Consent
  hints: Hints
}) {
  const held = createHeldEvents(({ hit: { event }, caller }) => {
    const error = new OmetriaOverflowError()
    announce.step(event, { type: 'ended', reason: 'overflow', error })
    report(error, event)
    caller.reject(error)
  })

  /** @throws OmetriaValidationError */
  function read(event: TrackEvent): { hit: Hit; user: User | undefined } {
    try {
      const user = namedUser(config, report)
      return { hit: buildHit(validate(event), pageContext(config, report)), user: user && validateUser(user) }
    } catch (thrown) {
      const error = thrown instanceof OmetriaError ? thrown : new OmetriaValidationError([unreadable])
      announce.invalid(event, error)
      throw error
    }
  }

  function hold(tracked: Tracked) {
    held.add(tracked)
    hints.held()
    held.makeRoom(deliveryOf(config).maxEvents)
  }

  function queue(tracked: Tracked) {
    const { hit, caller } = tracked
    if (delivery.isClaimed(hit)) announce.duplicate(hit.event, caller)
    else delivery.add(tracked)
  }

  return {
    /** @throws OmetriaValidationError */
    track(event: TrackEvent, caller: Caller) {
      const word = consent()
      if (word === 'denied') return announce.suppressed(event, caller, 'consent')
      const tracked = { ...read(event), caller }
      warnOfOddSums(tracked.hit.event)
      if (word === 'pending') hold(tracked)
      else queue(tracked)
    },

    /** The visitor may have spoken: what was held goes on, or ends. */
    consentChanged() {
      if (consent() === 'pending') return
      hints.released()
      held.release(tracked => {
        // Asked for each: the code that hears of one event may change the answer.
        const word = consent()
        if (word === 'granted') queue(tracked)
        else if (word === 'denied') announce.suppressed(tracked.hit.event, tracked.caller, 'consent')
        else hold(tracked)
      })
    },
  }
}
