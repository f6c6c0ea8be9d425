import * as fc from 'fast-check'
import { type Order, orderSchema } from 'ometria-headless'
import { expect } from 'vitest'
import { OmetriaMappingError } from '../src/index.js'
import { sumOf } from './expect-examples.js'
import { mutated } from './mutated.js'

/**
 * Throws where a mapping ends in anything but an order that adds up or an `OmetriaMappingError`. The mapping must name
 * every line, so that nothing is left out.
 */
function orderOrRefusal(map: () => Order): 'order' | 'refusal' {
  let order: Order
  try {
    order = map()
  } catch (error) {
    if (error instanceof OmetriaMappingError) return 'refusal'
    throw error
  }
  // Refuses NaN, infinities, and ids and amounts that are no ids and amounts.
  orderSchema.parse(order)
  if (!sumOf(order).eq(order.order_total)) throw new Error(`does not add up: ${JSON.stringify(order)}`)
  return 'order'
}

/** 3,000 documents that something is wrong with: each gives an order that adds up, or is refused, and both happen. */
export function expectOrderOrRefusal<Document>(
  documents: fc.Arbitrary<Document>,
  map: (document: Document) => Order,
) {
  const ends = new Set<string>()
  fc.assert(
    fc.property(mutated(documents), document => {
      ends.add(orderOrRefusal(() => map(document)))
    }),
    { numRuns: 3_000 },
  )
  expect([...ends].sort()).toEqual(['order', 'refusal'])
}
