import { expect, test } from 'vitest'
import { backoff } from './backoff.js'
import { lookAgainAfter } from './order-wait.js'

test.each([
  [1, 1_000],
  [2, 2_000],
  [5, 16_000],
  [9, 256_000],
  [10, 300_000],
  [100_000, 300_000],
])('after %i failures a hit waits at random for up to %i ms', (failures, most) => {
  expect(backoff(failures, 1)).toBe(most)
  expect(backoff(failures, 0.5)).toBe(most / 2)
  expect(backoff(failures, 0.000_001)).toBeGreaterThan(0)
})

test('what waits for its order is looked at again after 1 s, then ever more rarely, once a minute at least', () => {
  expect([0, 1, 2, 5, 6, 5_000].map(lookAgainAfter)).toEqual([1_000, 2_000, 4_000, 32_000, 60_000, 60_000])
})
