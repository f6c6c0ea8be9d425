import { expect, test } from 'vitest'
import { spentClaims } from './order-claims.js'

const day = 24 * 60 * 60 * 1000

test('a claim lasts for 400 days', () => {
  const claims: [string, number][] = [
    ['day 0', 0],
    ['day 1', day],
  ]
  expect(spentClaims(claims, 400 * day)).toEqual([])
  expect(spentClaims(claims, 400 * day + 1)).toEqual([['day 0', 0]])
})

test('of more than 500 claims the newest stay', () => {
  const claims = Array.from({ length: 503 }, (_, at): [string, number] => [`order ${at}`, at])
  expect(spentClaims(claims, 503).map(([key]) => key)).toEqual(['order 2', 'order 1', 'order 0'])
})

test('a claim from a clock that was ahead stays', () => {
  expect(spentClaims([['tomorrow', day]], 0)).toEqual([])
})
