import type { Activity, EndReason, Step } from './activity.js'
import type { Caller } from './delivery/entry.js'
import { errorOf, type Settlement } from './delivery/settlement.js'
import type { OmetriaError } from './errors.js'
import type { TrackEvent } from './events/events.js'
import { hexId } from './hex-id.js'
import type { Receipt } from './receipt.js'
import type { Report } from './report.js'

export type Announce = ReturnType<typeof createAnnounce>

/** Tells what becomes of an event: the subscribers each step, the caller the end, `onError` what the shop should know. */
export function createAnnounce(tell: (activity: Activity) => void, report: Report) {
  function step(event: TrackEvent, step: Step) {
    let request_id: string | number | undefined
    try {
      request_id = event.request_id
    } catch {} // What was tracked may be no object, or an object of the shop's whose getters throw.
    tell({ at: Date.now(), event, request_id: request_id ?? hexId(), ...step })
  }

  function ended(event: TrackEvent, reason: EndReason, error?: OmetriaError) {
    step(event, { type: 'ended', reason, ...(error && { error }) })
  }

  return {
    step,

    /** The event can't be sent at all. */
    invalid(event: TrackEvent, error: OmetriaError) {
      ended(event, 'invalid', error)
      report(error, event)
    },

    suppressed(event: TrackEvent, { resolve }: Caller, reason: 'consent' | 'server') {
      ended(event, reason)
      resolve({ status: 'suppressed', reason })
    },

    duplicate(event: TrackEvent & { request_id: string | number }, { resolve }: Caller) {
      ended(event, 'duplicate')
      resolve({ status: 'duplicate', request_id: event.request_id })
    },

    /** A queued event was settled. `elsewhere`: another tab settled it, and has told its own `onError`. */
    settled(
      { event, caller }: { event: TrackEvent & { request_id: string | number }; caller: Caller | undefined },
      settlement: Settlement,
      elsewhere = false,
    ) {
      if (settlement.as === 'delivered') {
        const { response } = settlement
        const receipt: Receipt = { status: 'delivered', request_id: event.request_id, response }
        step(event, { type: 'delivered', receipt })
        return caller?.resolve(receipt)
      }
      const error = errorOf(settlement)
      ended(event, settlement.as, error)
      if (!error) return caller?.resolve({ status: 'suppressed', reason: 'consent' })
      if (!elsewhere) report(error, event)
      caller?.reject(error)
    },
  }
}
