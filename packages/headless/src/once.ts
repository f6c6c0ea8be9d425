import type { ParsedEvent } from './events.js'

/**
 * What an event may happen only once for: an order's placing and its cancelling. It names the claim in storage and
 * the request on the wire. Every other event may happen again.
 */
export const orderKey = ({ scope, action, data }: ParsedEvent): string | undefined =>
  scope === 'order' && action !== 'return' ? `order-${action}-${data.order_id}` : undefined

/** A claim lasts for 400 days, as the visitor's `uid` does. */
const claimMs = 400 * 24 * 60 * 60 * 1000
const maxClaims = 500

/** The claims that have had their time: `[key, at]` in, and out. The newest 500 stay. */
export const spentClaims = (claims: [key: string, at: number][], now: number) =>
  claims.sort(([, a], [, b]) => b - a).filter(([, at], rank) => rank >= maxClaims || now - at > claimMs)
