import type { ParsedEvent } from './events.js'
import { uidSeconds } from './identity.js'

/**
 * What an event may happen only once for: an order's placing and its cancelling. It names the claim in storage and
 * the request on the wire. Every other event may happen again.
 */
export function orderKey({ scope, action, data }: ParsedEvent): string | undefined {
  return scope === 'order' && action !== 'return' ? `order-${action}-${data.order_id}` : undefined
}

const maxClaims = 500

/** A claim lasts as long as the visitor's `uid`. */
export const isSpent = (at: number, now: number) => now - at > uidSeconds * 1000

/** The claims that have had their time: `[key, at]` in, keys out. The newest 500 stay. */
export function spentClaims(claims: readonly (readonly [key: string, at: number])[], now: number): string[] {
  return [...claims]
    .sort(([, a], [, b]) => b - a)
    .filter(([, at], rank) => rank >= maxClaims || isSpent(at, now))
    .map(([key]) => key)
}
