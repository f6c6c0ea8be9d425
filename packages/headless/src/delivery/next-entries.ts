import type { Entry } from './entry.js'

const orderOf = ({ event: { scope, data } }: Entry) => (scope === 'order' ? data.order_id : undefined)

/**
 * The entries that may be tried, in the order of trying: those that failed least come first, then the oldest. So an
 * event that always fails, or hangs, keeps no other event waiting. Of one order's events only the first may be tried: the
 * next one comes up once the first is settled.
 */
export function* nextEntries(entries: ReadonlyMap<string, Entry>): Generator<Entry> {
  const unsettled = new Set<unknown>()
  for (const entry of byFailures(entries.values())) {
    const order = orderOf(entry)
    if (unsettled.has(order)) continue
    if (!entry.flight) yield entry
    if (order !== undefined && entries.has(entry.key)) unsettled.add(order)
  }
}

/** Sorts entries, of which the oldest come first. An order's events stay together with the first of them. */
function byFailures(oldestFirst: Iterable<Entry>): Entry[] {
  const ofOrder = new Map<unknown, number>()
  const ranked = Array.from(oldestFirst, (entry): [failures: number, entry: Entry] => {
    const order = orderOf(entry)
    const failures = (order !== undefined && ofOrder.get(order)) || entry.failures
    if (order !== undefined) ofOrder.set(order, failures)
    return [failures, entry]
  })
  return ranked.sort(([a], [b]) => a - b).map(([, entry]) => entry)
}
