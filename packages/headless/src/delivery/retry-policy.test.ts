import { describe, expect, test } from 'vitest'
import { backoff, isRetryable, remaining, retryAfter } from './retry-policy.js'

test.each([
  [1, 1_000],
  [2, 2_000],
  [5, 16_000],
  [9, 256_000],
  [10, 300_000],
  [5_000, 300_000],
])('after %i failures the wait is anything up to %i ms', (failures, most) => {
  expect([0, 0.5, 1].map(random => backoff(failures, random))).toEqual([0, most / 2, most])
})

test.each([408, 425, 429, 500, 502, 503, 504, 599, 0, 304])('%i may pass', status => {
  expect(isRetryable(status)).toBe(true)
})

test.each([400, 401, 403, 404, 405, 410, 413, 415, 422, 451, 499])('%i is final', status => {
  expect(isRetryable(status)).toBe(false)
})

describe('Retry-After', () => {
  const now = Date.parse('Wed, 21 Oct 2026 07:28:00 GMT')

  test.each([
    ['2', 2_000],
    [' 120 ', 120_000],
    ['Wed, 21 Oct 2026 07:28:30 GMT', 30_000],
  ])('%j is understood', (header, wait) => {
    expect(retryAfter(header, now)).toBe(wait)
  })

  test.each([null, '', 'soon', 'NaN', '0', 'Wed, 21 Oct 2015 07:28:00 GMT'])('%j says nothing', header => {
    expect(retryAfter(header, now)).toBeUndefined()
  })
})

test('what remains of a wait is no more than the wait itself, however far back the clock is set', () => {
  const [at, until] = [10_000, 12_000]
  expect([10_000, 11_500, 12_000, 13_000].map(now => remaining(at, until, now))).toEqual([
    2_000, 500, 0, -1_000,
  ])
  expect(remaining(at, until, 10_000 - 86_400_000)).toBe(2_000)
})
