import type { OmetriaError } from './errors.js'
import type { TrackEvent } from './events/events.js'
import type { Receipt } from './receipt.js'

/** Why an event ended undelivered. */
export type EndReason = 'consent' | 'invalid' | 'duplicate' | 'rejected' | 'expired' | 'overflow' | 'server'

/** One step in the life of an event; `at` and `retryAt` in ms since 1970. `held`: it waits in memory for the visitor's word. */
export type Activity = { at: number; event: TrackEvent; request_id: string | number } & Step

export type Step =
  | { type: 'held' }
  | { type: 'queued' }
  | { type: 'attempt'; attempt: number }
  | { type: 'retry'; retryAt: number; error: OmetriaError }
  | { type: 'delivered'; receipt: Receipt }
  | { type: 'ended'; reason: EndReason; error?: OmetriaError }
