import { ms, table, times } from '../table.js'

/** The budget by store, as a fraction of what BullMQ does as it comes, and a better one to aim at. */
const budgets = {
  accepted: { Redis: [0.7, 0.8], Postgres: [0.45, 0.6] },
  delivered: { Redis: [0.85, 0.95], Postgres: [0.8, 0.9] },
}

/** @param {import('./measure.js').QueueMeasured[]} measured */
export const queueTable = measured =>
  table(
    ['hits a second', '`ometria-queue`', 'BullMQ as it comes', '', 'budget', 'goal'],
    measured.flatMap(({ store, accepted, delivered, p99 }) => [
      row(`accepted by a relay, one by one; ${store}`, accepted, budgets.accepted, store),
      row(`delivered by one worker; ${store}`, delivered, budgets.delivered, store),
      [`99th percentile of a relay with 200 connections; ${store}`, ms(p99), '', '', '', ''],
    ]),
  )

/**
 * @param {string} what
 * @param {{ ours: number, bare: number, ratio: number }} measured
 * @param {Record<string, number[]>} budget
 * @param {string} store
 */
function row(what, { ours, bare, ratio }, budget, store) {
  const [least = 0, goal = 0] = budget[store] ?? []
  const met = ratio < least ? '**' : ''
  return [
    what,
    String(Math.round(ours)),
    String(Math.round(bare)),
    `${met}${times(ratio)}${met}`,
    times(least),
    times(goal),
  ]
}
