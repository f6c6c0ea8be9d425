import fc from 'fast-check'
import basketAdd from 'ometria-mock/fixtures/basket-add.json' with { type: 'json' }
import orderAdd from 'ometria-mock/fixtures/order-add.json' with { type: 'json' }
import orderCancel from 'ometria-mock/fixtures/order-cancel.json' with { type: 'json' }
import { expect, test } from 'vitest'
import { serveRelay } from '../../test/served-relay.js'

const hostile = fc.constantFrom<unknown>(
  '__proto__',
  'constructor',
  '\u0000',
  'a\r\nset-cookie: b=c',
  '\ud800',
  '../../',
  'https://evil.example/',
  1e308,
  -0,
  {},
  [],
  null,
)
const anything = fc.oneof(fc.jsonValue(), hostile)

/** A true event with some of its parts replaced or removed, and some put in. */
const mutated = fc
  .tuple(
    fc.constantFrom<object>(basketAdd, orderAdd, orderCancel, { scope: 'view' }),
    fc.array(fc.tuple(fc.nat(), fc.option(anything)), { maxLength: 3 }),
    fc.dictionary(
      fc.oneof(fc.string(), fc.constantFrom('__proto__', 'toJSON', 'user', 'request_id')),
      anything,
      { maxKeys: 2 },
    ),
  )
  .map(([event, changes, more]) => {
    const copy: unknown = structuredClone(event)
    for (const [where, value] of changes) change(copy, where, value)
    return JSON.stringify({ ...Object(copy), ...more })
  })

function change(root: unknown, where: number, value: unknown) {
  const places: [object, string][] = []
  const visit = (node: unknown) => {
    if (typeof node !== 'object' || node === null) return
    for (const [key, inner] of Object.entries(node)) {
      places.push([node, key])
      visit(inner)
    }
  }
  visit(root)
  const place = places[where % places.length]
  if (!place) return
  if (value === null) Reflect.deleteProperty(...place)
  else Reflect.set(...place, value)
}

const body = fc.oneof(
  mutated,
  anything.map(value => JSON.stringify(value)),
  fc.string({ unit: 'binary' }),
  fc.uint8Array().map(bytes => Buffer.from(bytes)),
)

test('answers each of 1,000 fuzzed bodies with 200, 400 or 403, and passes on only what Ometria would take', async () => {
  const { mock, post } = await serveRelay()
  const counts: Record<number, number> = {}
  await fc.assert(
    fc.asyncProperty(body, async body => {
      const { status } = await post(body)
      counts[status] = (counts[status] ?? 0) + 1
      expect([200, 400, 403]).toContain(status)
      expect(mock.rejected).toEqual([])
    }),
    { seed: 5, numRuns: 1_000 },
  )
  expect(mock.events).toHaveLength(counts[200] ?? 0)
  // Without some of each kind it would prove little.
  expect(counts[200]).toBeGreaterThan(50)
  expect(counts[400]).toBeGreaterThan(50)
  expect(counts[403]).toBeGreaterThan(50)
})
