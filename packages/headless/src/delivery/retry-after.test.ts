import { expect, test } from 'vitest'
import { remaining } from './retry-after.js'

test('what remains of a wait is no more than the wait itself, however far back the clock is set', () => {
  const [at, until] = [10_000, 12_000]
  expect([10_000, 11_500, 12_000, 13_000].map(now => remaining(at, until, now))).toEqual([
    2_000, 500, 0, -1_000,
  ])
  expect(remaining(at, until, 10_000 - 86_400_000)).toBe(2_000)
})
