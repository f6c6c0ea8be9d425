import { expect, test } from 'vitest'
import { excerpt } from './excerpt.js'

test('leaves out what a terminal obeys', () => {
  expect(excerpt('a\u001b[2J\r\nb\u009b31m\u202ec\u0000')).toBe('a [2J b 31m c')
})

test('shortens', () => {
  expect(excerpt('x'.repeat(300), 120)).toBe(`${'x'.repeat(120)}…`)
  expect(excerpt(' \n ')).toBe('(empty)')
})
