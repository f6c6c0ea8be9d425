import type { Entry } from './entry.js'

/**
 * The entries that may be tried, in the order of trying: those that failed least come first, then the oldest. So an
 * event that always fails, or hangs, keeps no other event waiting. Of one order's events only the first may be tried.
 */
export function nextEntries(oldestFirst: Iterable<Entry>): Entry[] {
  const orders = new Set<unknown>()
  const next: Entry[] = []
  for (const entry of oldestFirst) {
    const { scope, data } = entry.event
    const order = scope === 'order' ? data.order_id : undefined
    if (orders.has(order)) continue
    if (order !== undefined) orders.add(order)
    if (!entry.flight) next.push(entry)
  }
  return next.sort((a, b) => a.failures - b.failures)
}
