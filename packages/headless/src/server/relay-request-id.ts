import { OmetriaValidationError } from '../errors.js'
import type { ParsedEvent } from '../events/events.js'
import { orderKey } from '../events/order-key.js'

/**
 * Refuses an event that bears the request id of another one. A queue keeps each id once: under the id of an order's
 * cancelling, any event that a browser may report would keep the cancelling itself out.
 *
 * @throws OmetriaValidationError
 */
export function checkRequestId(event: ParsedEvent): void {
  const { request_id } = event
  if (!/^order-(add|cancel)-/.test(String(request_id)) || request_id === orderKey(event)) return
  throw new OmetriaValidationError([
    {
      path: 'request_id',
      message: 'expected another id: this one names the placing or cancelling of an order',
    },
  ])
}
