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

/** A true event with something changed or removed, and with more in its data. */
const mutated = fc
  .record({
    // Most changes to a cancelled order make it one that nobody could read: it comes twice as often.
    event: fc.constantFrom<object>(basketAdd, orderAdd, orderCancel, orderCancel, {
      scope: 'view',
      data: { seen: 1 },
    }),
    changes: fc.array(fc.tuple(fc.nat(), fc.option(anything)), { maxLength: 2 }),
    more: fc.dictionary(fc.oneof(fc.string(), fc.constantFrom('__proto__', 'toJSON', 'user')), anything, {
      maxKeys: 2,
    }),
    beside: fc.option(fc.record({ user: anything, request_id: anything }, { requiredKeys: [] }), { freq: 1 }),
  })
  .map(({ event, changes, more, beside }) => {
    const copy = { ...structuredClone(event), ...beside }
    for (const [where, value] of changes) change(copy, where, value)
    // As text, since only there __proto__ is a key like any other.
    const inner = Object.keys(more).length > 0 ? `${JSON.stringify(more).slice(1, -1)},` : ''
    return JSON.stringify(copy).replace(/"data":{(?!})/, opening => opening + inner)
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
  { arbitrary: mutated, weight: 7 },
  anything.map(value => JSON.stringify(value)),
  fc.string({ unit: 'binary' }),
  fc.uint8Array().map(bytes => Buffer.from(bytes)),
)

test('answers each of 1,000 fuzzed bodies with 200, 400 or 422, and passes on only what Ometria would take', {
  timeout: 60_000,
}, async () => {
  const { mock, post } = await serveRelay()
  const counts: Record<number, number> = {}
  await fc.assert(
    fc.asyncProperty(body, async body => {
      const { status } = await post(body)
      counts[status] = (counts[status] ?? 0) + 1
      expect([200, 400, 422]).toContain(status)
      expect(mock.rejected).toEqual([])
    }),
    { seed: 5, numRuns: 1_000 },
  )
  expect(mock.events).toHaveLength(counts[200] ?? 0)
  // Without enough of each kind it would prove little.
  expect(counts[200]).toBeGreaterThan(100)
  expect(counts[400]).toBeGreaterThan(100)
  expect(counts[422]).toBeGreaterThan(20)
})
