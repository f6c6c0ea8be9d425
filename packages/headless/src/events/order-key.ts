import type { ParsedEvent } from './events.js'
import { oncePerOrder } from './kinds.js'

/**
 * What an event may happen only once for: an order's placing and its cancelling. It names the claim in storage and
 * the request on the wire. Every other event may happen again.
 */
export const orderKey = (event: ParsedEvent): string | undefined =>
  event.scope === 'order' && oncePerOrder[event.action]
    ? `order-${event.action}-${event.data.order_id}`
    : undefined
