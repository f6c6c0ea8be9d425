import type { ParsedEvent } from './events.js'

/**
 * What an event may happen only once for: an order's placing and its cancelling. It names the claim in storage and
 * the request on the wire. Every other event may happen again.
 */
export const orderKey = ({ scope, action, data }: ParsedEvent): string | undefined =>
  scope === 'order' && action !== 'return' ? `order-${action}-${data.order_id}` : undefined
