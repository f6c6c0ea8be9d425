import type { ParsedEvent } from './events.js'
import { kindOf, kinds } from './kinds.js'

/**
 * What an event may happen only once for: an order's placing and its cancelling. It names the claim in storage and
 * the request on the wire. Every other event may happen again.
 */
export const orderKey = (event: ParsedEvent): string | undefined =>
  event.scope === 'order' && kinds[kindOf(event)].once
    ? `order-${event.action}-${event.data.order_id}`
    : undefined
