import { expectTypeOf, test } from 'vitest'
import type { Kind } from './kinds.js'

test('the kinds follow from the events themselves', () => {
  expectTypeOf<Kind>().toEqualTypeOf<
    'view' | 'basket add' | 'basket remove' | 'order add' | 'order cancel' | 'order return'
  >()
})
