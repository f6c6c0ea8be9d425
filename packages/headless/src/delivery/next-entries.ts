import type { Entry } from './entry.js'

/** One order's events belong together; any other event stands alone. */
const groupOf = ({ key, event: { scope, data } }: Entry) => (scope === 'order' ? data.order_id : key)

/**
 * The entries that may be tried, in the order of trying: those that failed least come first, then the oldest. So an
 * event that always fails, or hangs, keeps no other event waiting. Of one order's events only the first may be tried: the
 * next one comes up once the first is settled.
 */
export function* nextEntries(entries: ReadonlyMap<string, Entry>): Generator<Entry> {
  const unsettled = new Set<string>()
  for (const entry of byFailures(entries.values())) {
    const group = groupOf(entry)
    if (unsettled.has(group)) continue
    if (!entry.flight) yield entry
    if (entries.has(entry.key)) unsettled.add(group)
  }
}

/** Sorts entries, of which the oldest come first. An order's events stay together with the first of them. */
function byFailures(oldestFirst: Iterable<Entry>): Entry[] {
  const failuresOf = new Map<string, number>()
  const ranked = Array.from(oldestFirst, (entry): [failures: number, entry: Entry] => {
    const group = groupOf(entry)
    const failures = failuresOf.get(group) || entry.failures
    failuresOf.set(group, failures)
    return [failures, entry]
  })
  return ranked.sort(([a], [b]) => a - b).map(([, entry]) => entry)
}
