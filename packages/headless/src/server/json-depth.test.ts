import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nestsDeeperThan } from './json-depth.js'

const depthOf = (value: unknown): number =>
  typeof value === 'object' && value !== null ? 1 + Math.max(0, ...Object.values(value).map(depthOf)) : 0

test('counts the levels of any JSON, whatever its texts and keys hold', () => {
  const text = fc.string({ unit: fc.constantFrom('[', ']', '{', '}', '"', '\\', '\\"', 'a', '\n', 'ü') })
  const anything = fc.anything({ values: [text, fc.integer(), fc.constant(null)], key: text, maxDepth: 6 })
  fc.assert(
    fc.property(anything, fc.nat({ max: 7 }), (value, levels) => {
      expect(nestsDeeperThan(levels, JSON.stringify(value))).toBe(depthOf(value) > levels)
    }),
    { numRuns: 2_000 },
  )
})

test.each([
  ['', false],
  ['[][][]', false],
  ['[[', true],
  ['[{', true],
  [']]][', false],
  ['"[[[', false],
  ['\\', false],
])('says something of what is no JSON: %j, %j', (text, deeper) => {
  expect(nestsDeeperThan(1, text)).toBe(deeper)
})
