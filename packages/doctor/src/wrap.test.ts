import { expect, test } from 'vitest'
import { wrap } from './wrap.js'

test('no line is longer than 100, unless a word is', () => {
  const words = Array.from({ length: 60 }, (_, index) => 'x'.repeat(1 + (index % 13))).join(' ')
  const lines = wrap(words, '- ').split('\n')
  expect(Math.max(...lines.map(line => line.length))).toBeLessThanOrEqual(100)
  expect(lines.map(line => line.slice(0, 2))).toEqual(['- ', ...lines.slice(1).map(() => '  ')])
  expect(lines.map(line => line.slice(2)).join(' ')).toBe(words)
  expect(wrap(`a ${'y'.repeat(200)} b`).split('\n')).toEqual(['a', 'y'.repeat(200), 'b'])
})
