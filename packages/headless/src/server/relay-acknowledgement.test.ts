import { expect, test } from 'vitest'
import { acknowledgement } from './relay-acknowledgement.js'

/** A `Cookie` header with so many acknowledgements, the oldest first. */
const having = (count: number) =>
  Array.from({ length: count }, (_, index) => `ometria_ack_old-${index}=1`).join('; ')
const lasts = 'Max-Age=600; Path=/; SameSite=Lax'
const ends = 'Max-Age=0; Path=/; SameSite=Lax'

test('is a cookie of its own for each request, readable for ten minutes', () => {
  expect(acknowledgement('order-add-1', 'a=b; ometria_ack_7=1', false)).toEqual([
    `ometria_ack_order-add-1=1; ${lasts}`,
  ])
})

test('is Secure on https, its end too', () => {
  const cookies = acknowledgement('a', having(20), true)
  expect(cookies).toHaveLength(2)
  for (const cookie of cookies) expect(cookie).toMatch(/; Secure$/)
})

test.each([
  [19, []],
  [20, ['old-0']],
  [22, ['old-0', 'old-1', 'old-2']],
])('with %i others in the browser, twenty stay', (count, gone) => {
  expect(acknowledgement('new', `a=b; ${having(count)}; c=d`, false)).toEqual([
    `ometria_ack_new=1; ${lasts}`,
    ...gone.map(id => `ometria_ack_${id}=; ${ends}`),
  ])
})

test('ends five at a time at most, since an answer has room for so many headers', () => {
  expect(acknowledgement('new', having(60), false)).toHaveLength(1 + 5)
})

test('does not end the one that it sets', () => {
  expect(acknowledgement('old-0', having(20), false)).toEqual([`ometria_ack_old-0=1; ${lasts}`])
})

test('names no cookie that it did not write so', () => {
  const foreign = Array.from({ length: 30 }, (_, index) => `ometria_ack_é${index}=1`).join('; ')
  expect(acknowledgement('a', `${foreign}; ometria_ack=1; ometria_ack_b,c=1`, false)).toHaveLength(1)
})

test.each(['a\ud800', 'x'.repeat(121)])('leaves out an id that no cookie can be named after: %j', id => {
  expect(acknowledgement(id, having(30), false)).toEqual([])
})
