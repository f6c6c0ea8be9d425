import type { Activity, EndReason, Step } from './activity.js'
import type { Caller } from './delivery/entry.js'
import { errorOf, type Settlement } from './delivery/settlement.js'
import type { OmetriaError } from './errors.js'
import type { TrackEvent } from './events/events.js'
import type { Hit } from './events/request-body.js'
import { hexId } from './hex-id.js'
import type { Receipt } from './receipt.js'
import type { Report } from './report.js'

export type Announce = ReturnType<typeof createAnnounce>

/** Tells what becomes of an event: the subscribers each step, the caller the end, `onError` what the shop should know. */
export function createAnnounce(tell: (activity: Activity) => void, report: Report, endpoint: string) {
  function step(event: TrackEvent, step: Step) {
    let request_id: string | number | undefined
    try {
      request_id = event.request_id
    } catch {} // What was tracked may be no object, or an object of the shop's whose getters throw.
    tell({ at: Date.now(), event, request_id: request_id ?? hexId(), ...step })
  }

  /** `elsewhere`: another tab ended the event, and has told its own `onError`. */
  function ended(event: TrackEvent, reason: EndReason, error?: OmetriaError, elsewhere = false) {
    step(event, { type: 'ended', reason, ...(error && { error }) })
    if (error && !elsewhere) report(error, event)
  }

  function suppressed(event: TrackEvent, caller: Caller | undefined, reason: 'consent' | 'server') {
    ended(event, reason)
    caller?.resolve({ status: 'suppressed', reason })
  }

  return {
    step,
    ended,
    suppressed,

    /** A valid event was settled. */
    settled(
      { event, caller }: { event: Hit['event']; caller: Caller | undefined },
      settlement: Settlement | { as: 'duplicate' },
      elsewhere?: boolean,
    ) {
      const { request_id } = event
      if (settlement.as === 'delivered') {
        const receipt: Receipt = { status: 'delivered', request_id, response: settlement.response }
        step(event, { type: 'delivered', receipt })
        caller?.resolve(receipt)
      } else if (settlement.as === 'duplicate') {
        ended(event, settlement.as)
        caller?.resolve({ status: settlement.as, request_id })
      } else if (settlement.as === 'consent') {
        suppressed(event, caller, settlement.as)
      } else {
        const error = errorOf(settlement, endpoint)
        ended(event, settlement.as, error, elsewhere)
        caller?.reject(error)
      }
    },
  }
}
