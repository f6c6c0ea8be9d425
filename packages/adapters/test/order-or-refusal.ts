import * as fc from 'fast-check'
import type { Order } from 'ometria-headless'
import { orderSchema } from 'ometria-headless/schemas'
import { expect } from 'vitest'
import { OmetriaMappingError } from '../src/index.js'
import { sumOf } from './expect-examples.js'
import { mutated } from './mutated.js'

/** An order that Ometria would take, or `undefined` where the mapping refused the document. Throws where it did neither. */
export function orderUnlessRefused(map: () => Order): Order | undefined {
  let order: Order
  try {
    order = map()
  } catch (error) {
    if (error instanceof OmetriaMappingError) return undefined
    throw error
  }
  // Refuses NaN, infinities, and ids and amounts that are no ids and amounts.
  orderSchema.parse(order)
  return order
}

/**
 * 3,000 documents that something is wrong with: each gives an order that adds up, or is refused, and both happen. The mapping
 * must name every line, so that nothing is left out of the sum.
 */
export function expectOrderOrRefusal<Document>(
  documents: fc.Arbitrary<Document>,
  map: (document: Document) => Order,
) {
  const ends = new Set<string>()
  fc.assert(
    fc.property(mutated(documents), document => {
      const order = orderUnlessRefused(() => map(document))
      ends.add(order ? 'order' : 'refusal')
      if (order && !sumOf(order).eq(order.order_total))
        throw new Error(`does not add up: ${JSON.stringify(order)}`)
    }),
    { numRuns: 3_000 },
  )
  expect([...ends].sort()).toEqual(['order', 'refusal'])
}
