import type { BasketEvent } from '../events/events.js'
import type { Quantities } from './quantities.js'

export type BasketChange = Pick<BasketEvent, 'action' | 'data'>

/** What was put in and what was taken out between two looks at one basket.  */
export function basketChanges(before: Quantities, now: Quantities): BasketChange[] {
  const changes: BasketChange[] = []
  for (const product_id of new Set([...before.keys(), ...now.keys()])) {
    const difference = (now.get(product_id) ?? 0) - (before.get(product_id) ?? 0)
    // To the millionth: in binary, 0.3 - 0.1 is 0.19999999999999998.
    const more = Number(difference.toFixed(6))
    const action = more > 0 ? 'add' : 'remove'
    if (more !== 0) changes.push({ action, data: { product_id, quantity: Math.abs(more) } })
  }
  return changes
}
