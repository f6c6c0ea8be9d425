import { expect, test } from 'vitest'
import { readCookie } from '../visitor/cookie-text.js'
import { acknowledgement } from './relay-acknowledgement.js'

const after = (ids: string[]) => `ometria_ack=${encodeURIComponent(ids.join('\n'))}`
/** The ids as the browser reads them. */
const idsOf = (cookie: string | undefined) =>
  readCookie(cookie?.split(';')[0] ?? '', 'ometria_ack')?.split('\n')

test('lists the newest last', () => {
  expect(acknowledgement('c', after(['a', 'b']), false)).toBe(
    'ometria_ack=a%0Ab%0Ac; Max-Age=600; Path=/; SameSite=Lax',
  )
})

test('is Secure on https', () => {
  expect(acknowledgement('a', '', true)).toMatch(/; Secure$/)
})

test('lists an id once, at its last place', () => {
  expect(idsOf(acknowledgement('a', after(['a', 'b']), false))).toEqual(['b', 'a'])
})

test('keeps the last twenty', () => {
  const ids = Array.from({ length: 30 }, (_, index) => `id-${index}`)
  expect(idsOf(acknowledgement('new', after(ids), false))).toEqual([...ids.slice(11), 'new'])
})

test('keeps within 1,500 characters as sent, giving up the oldest', () => {
  const ids = Array.from({ length: 19 }, (_, index) => `${index} ${'ü'.repeat(40)}`)
  const cookie = acknowledgement('new', after(ids), false)
  expect(cookie?.split(';')[0]?.length).toBeLessThanOrEqual('ometria_ack='.length + 1_500)
  expect(idsOf(cookie)).toEqual([...ids.slice(-6), 'new'])
})

test.each([
  ['spans lines', 'a\nb'],
  ['ends in half a character', 'a\ud800'],
  ['is too long', 'x'.repeat(1_501)],
])('leaves out an id that %s', (_, id) => {
  expect(acknowledgement(id, after(['a']), false)).toBeUndefined()
})

test('takes over nothing from a cookie that it did not write so', () => {
  expect(idsOf(acknowledgement('b', after(['', 'x\u0000', 'a']), false))).toEqual(['a', 'b'])
  expect(idsOf(acknowledgement('b', 'ometria_ack=%E0%A4%A', false))).toEqual(['b'])
})
