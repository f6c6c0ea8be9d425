import type { expect as jestExpect } from '@jest/globals'
import { expect, test } from 'vitest'
import type {} from './index.js'
import type {} from './jest-globals.js'

declare const inJest: typeof jestExpect
declare const jestMatchers: jest.Matchers<void>

test('the matchers are known to Vitest and to Jest', () => {
  expect({}).toHaveTracked({ scope: 'basket', action: 'add', data: { product_id: expect.any(String) } })
  expect({}).not.toHaveTrackedOnce({ scope: 'order', data: { order_id: '1' } })
  inJest({}).toHaveTracked({ scope: 'view', action: 'search' })
  inJest({}).not.toHaveTrackedOnce({ scope: 'order', action: 'cancel' })
  jestMatchers.toHaveTracked({ scope: 'view' })
})

test('an event that can never be tracked is refused', () => {
  // @ts-expect-error no such scope
  expect({}).toHaveTracked({ scope: 'cart' })
  // @ts-expect-error no such action of a basket
  expect({}).toHaveTracked({ scope: 'basket', action: 'cancel' })
  // @ts-expect-error an event is expected
  inJest({}).toHaveTracked('order')
  // @ts-expect-error an event is expected
  jestMatchers.toHaveTrackedOnce()
})
