import * as fc from 'fast-check'
import { describe, test } from 'vitest'
import { allExamples } from '../test/all-examples.js'
import { mutated } from '../test/mutated.js'
import { orderUnlessRefused } from '../test/order-or-refusal.js'

describe.each(Object.entries(allExamples))('%s', (_, examples) => {
  test('never ends in anything but an order that Ometria takes, or an OmetriaMappingError', {
    timeout: 60_000,
  }, () => {
    for (const { document, mapAny } of examples) {
      const damaged = fc.oneof(mutated(fc.constant(document)), fc.object())
      fc.assert(
        fc.property(damaged, other => {
          orderUnlessRefused(() => mapAny(other))
        }),
      )
    }
  })
})
