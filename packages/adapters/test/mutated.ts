import * as fc from 'fast-check'

type Holder = Record<string | number, unknown>

const odd: unknown[] = [
  undefined,
  null,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  '',
  ' ',
  '1e3',
  '0x1F',
  '1,000.00',
  '-1.00',
  -1,
  0.1 + 0.2,
  1e21,
  2 ** 53,
  '0.001',
  '12345678901234567890.12',
  'text',
  true,
  false,
  {},
  [],
  [null],
  [[]],
  { amount: '1' },
  1,
  7,
  '7',
  '7.00',
  '1.005',
]

const damage = fc.record({
  place: fc.nat(1_000_000),
  how: fc.constantFrom('replace', 'remove', 'repeat'),
  by: fc.constantFrom(...odd),
})

/** Documents in which one to three values were replaced, removed or repeated at random. */
export const mutated = <Document>(documents: fc.Arbitrary<Document>): fc.Arbitrary<Document> =>
  fc.tuple(documents, fc.array(damage, { minLength: 1, maxLength: 3 })).map(([document, damages]) => {
    const copy = structuredClone(document)
    for (const { place, how, by } of damages) {
      const places = [...holdersOf(copy)]
      const [holder, key] = places[place % places.length] ?? [{}, '']
      if (how === 'repeat' && Array.isArray(holder)) holder.push(structuredClone(holder[Number(key)]))
      else if (how === 'remove' && Array.isArray(holder)) holder.splice(Number(key), 1)
      else if (how === 'remove') delete holder[key]
      else holder[key] = structuredClone(by) // which later damage may change
    }
    return copy
  })

/** Every key in a document, each with the object or list that holds it. */
function* holdersOf(value: unknown): Iterable<[Holder, string]> {
  if (typeof value !== 'object' || value === null) return
  for (const [key, inner] of Object.entries(value)) {
    yield [value as Holder, key]
    yield* holdersOf(inner)
  }
}
