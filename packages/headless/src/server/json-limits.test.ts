import fc from 'fast-check'
import { expect, test } from 'vitest'
import { beyondLimits } from './json-limits.js'

const nested = (levels: number) => `${'[{"a":'.repeat(levels / 2)}1${'}]'.repeat(levels / 2)}`
const named = (names: number, each = (name: number) => `"${name}":0`) =>
  `{${Array.from({ length: names }, (_, name) => each(name)).join(',')}}`

test.each([
  ['128 levels', nested(128)],
  ['2,000 names', named(2_000)],
  ['49,999 objects in a list', `[${Array(49_999).fill('{"a":1}').join(',')}]`],
  [
    'brackets in texts',
    JSON.stringify(['['.repeat(1_000), '"['.repeat(1_000), '\\'.repeat(999), '"{"'.repeat(999)]),
  ],
  ['texts that are all different, but name nothing', JSON.stringify(Array.from({ length: 9_000 }, String))],
  ['broken JSON', '"\\'],
])('finds nothing in %s', (_, json) => {
  expect(beyondLimits(json)).toBeUndefined()
})

test.each([
  ['130 levels', nested(130), 'at most 128 levels'],
  ['brackets without end', '['.repeat(500_000), 'at most 128 levels'],
  ['brackets after a text that ends in backslashes', `["a\\\\\\\\",${nested(128)}]`, 'at most 128 levels'],
  ['50,000 objects in a list', `[${Array(50_000).fill('{}').join(',')}]`, 'at most 50000 objects'],
  ['2,001 names', named(2_001), 'at most 2000 different names'],
  [
    '2,001 names with space around',
    named(2_001, name => ` "${name}" \n\t\r: 0`),
    'at most 2000 different names',
  ],
  [
    'names in as many objects',
    `[${named(2_001, name => `{"${name}":0}`).slice(1, -1)}]`,
    'at most 2000 different names',
  ],
])('finds %s', (_, json, expected) => {
  expect(beyondLimits(json)).toContain(expected)
})

const insideOf = (value: unknown) => (typeof value === 'object' && value !== null ? Object.values(value) : [])
const isContainer = (value: unknown) => typeof value === 'object' && value !== null
const levelsOf = (value: unknown): number =>
  isContainer(value) ? 1 + Math.max(0, ...insideOf(value).map(levelsOf)) : 0
const namesOf = (value: unknown): string[] => [
  ...(isContainer(value) && !Array.isArray(value) ? Object.keys(Object(value)) : []),
  ...insideOf(value).flatMap(namesOf),
]

test('counts as many levels and names as JSON.parse makes, whatever the texts hold', () => {
  const text = fc.string({ unit: fc.constantFrom('[', ']', '{', '}', '"', '\\', ':', 'a', '\n', ' ', 'ü') })
  const anything = fc.anything({ values: [text, fc.integer(), fc.constant(null)], key: text, maxDepth: 5 })
  fc.assert(
    fc.property(anything, fc.boolean(), (value, indented) => {
      const json = JSON.stringify(value, null, indented ? 2 : 0)
      const levels = levelsOf(value)
      expect(beyondLimits('['.repeat(128 - levels) + json)).toBeUndefined()
      expect(beyondLimits('['.repeat(129 - levels) + json)).toBe('at most 128 levels, one within the other')
      const names = new Set(namesOf(value)).size
      const others = named(2_000 - names, name => `"other ${name}":0`)
      expect(beyondLimits(`[${others},${json}]`)).toBeUndefined()
      expect(beyondLimits(`[${others},{"one more":0},${json}]`)).toBe(
        'at most 2000 different names of fields',
      )
    }),
    { numRuns: 300 },
  )
})
