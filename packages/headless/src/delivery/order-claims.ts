import type { ParsedEvent } from '../events/events.js'
import { orderKey } from '../events/order-key.js'
import { createDeliveredNotice } from './delivered-notice.js'
import type { Storage } from './storage.js'
import { read } from './stored-entry.js'

/** A claim lasts for 400 days, as the visitor's `uid` does. */
const claimMs = 400 * 24 * 60 * 60 * 1000
const maxClaims = 500

/**
 * Which orders were placed, or cancelled, already. The claims stand in storage; `waiting` is what this page knows of events
 * that are not settled yet, by the same keys.
 */
export function createOrderClaims(prefix: string, storage: Storage, waiting: { has(key: string): boolean }) {
  /** What this page delivered: the keys, and when each order was tracked. */
  const delivered = new Map<string, number>()
  const notice = createDeliveredNotice(prefix)

  return {
    delivered,
    notice,

    /** This page delivered an order, or heard that another one did. */
    add(key: string, at: number) {
      delivered.set(key, at)
      if (!notice.lists(key)) notice.add(key, at)
    },

    /** Whether another page has just delivered this order, though storage may not show it yet. */
    isOnNotice: (key: string) => notice.lists(key) && !delivered.has(key),

    /** Whether this order is queued or delivered already. Where storage can't be read, this page's memory says so. */
    isClaimed(event: ParsedEvent): boolean {
      const order = orderKey(event)
      if (order === undefined) return false
      const key = prefix + order
      const value = storage.get(key)
      if (value === undefined) return waiting.has(key) || delivered.has(key)
      const stored = read(value)
      return stored !== undefined && (!stored.settled || stored.settled.as === 'delivered')
    },
  }
}

/** The claims that have had their time: `[key, at]` in, and out. The newest 500 stay. */
export const spentClaims = (claims: [key: string, at: number][], now: number) =>
  claims.sort(([, a], [, b]) => b - a).filter(([, at], rank) => rank >= maxClaims || now - at > claimMs)
