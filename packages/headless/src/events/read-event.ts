import type { Context, ParsedEvent, TrackEvent } from './events.js'
import { oddSums } from './odd-sums.js'
import { orderKey } from './order-key.js'
import { buildHit } from './request-body.js'
import { validate, validateContext } from './validate.js'

/** An event as a client reads it. */
export interface ReadEvent {
  /** What goes on the wire, but for the visitor. */
  event: ParsedEvent & { request_id: string | number }
  /** Set where an order is placed or cancelled. A client sends one event with such a key, once. */
  onceKey: string | undefined
  /** What does not add up, a sentence each. It is sent all the same. */
  oddSums: string[]
}

/**
 * Reads an event without sending it: for tests and tools that show or check what would be sent. `context` stands under the
 * event's own.
 *
 * @throws OmetriaValidationError as `track` rejects with
 */
export function readEvent(given: TrackEvent, context?: Context): ReadEvent {
  const parsed = validate(given)
  const { event } = buildHit(parsed, context && validateContext(context))
  return { event, onceKey: orderKey(parsed), oddSums: oddSums(parsed) }
}
