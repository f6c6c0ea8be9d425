import type { TrackEvent } from 'ometria-headless'
import type { MockOmetria } from 'ometria-mock'
import { expect } from 'vitest'

export const placed = (order_id: string): TrackEvent => ({
  scope: 'order',
  action: 'add',
  data: {
    order_id,
    order_total: 74.96,
    order_shipping: 4.99,
    order_currency: 'GBP',
    order_lines: [
      { product_id: '6560241647794', quantity: 1, order_line_total: 49.99 },
      { product_id: 'abc', quantity: 2, order_line_total: 19.98 },
    ],
  },
})

export const added = (product_id: string): TrackEvent => ({
  scope: 'basket',
  action: 'add',
  data: { product_id, quantity: 1 },
})

/** Five orders, or more, among basket events. `name` keeps one tab's apart from another's. */
export const mix = (name = 'a', orders = 5): TrackEvent[] =>
  Array.from({ length: orders }, (_, i) => [placed(`${name}-${i}`), added(`${name}-${i}`)]).flat()

/** What tells one event of these specs from another. */
function nameOf({
  scope,
  action,
  data,
}: {
  scope: string
  action?: string | undefined
  data?: unknown
}): string {
  const { order_id, product_id } = Object(data)
  return `${scope} ${action} ${order_id ?? product_id}`
}

/** What never arrived, and what arrived more than once. */
export function tally(mock: MockOmetria, tracked: TrackEvent[]) {
  const counts = new Map<string, number>()
  for (const event of mock.events) counts.set(nameOf(event), (counts.get(nameOf(event)) ?? 0) + 1)
  const names = tracked.map(nameOf)
  return {
    lost: names.filter(name => !counts.has(name)),
    twice: names.filter(name => (counts.get(name) ?? 0) > 1),
  }
}

/** Waits until all has arrived; then holds that each did once, with one request id on all of its attempts. */
export async function expectAllOnce(mock: MockOmetria, tracked: TrackEvent[], timeout = 30_000) {
  await expect.poll(() => tally(mock, tracked).lost, { timeout }).toEqual([])
  expect(tally(mock, tracked).twice).toEqual([])
  expectOneIdEach(mock)
}

/** Every attempt at an event names itself the same. */
export function expectOneIdEach(mock: MockOmetria) {
  expect(mock.rejected).toEqual([])
  const ids = new Map<string, Set<unknown>>()
  for (const { body } of mock.attempts) {
    const name = nameOf(Object(body))
    ids.set(name, (ids.get(name) ?? new Set()).add(Object(body).request_id))
  }
  for (const [name, seen] of ids) expect([name, ...seen]).toHaveLength(2)
}
