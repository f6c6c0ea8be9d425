import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { basketChanges } from './basket-changes.js'
import { type BasketLine, quantitiesOf } from './quantities.js'

type Lines = Record<string, string | number>

const linesOf = (lines: Lines): BasketLine[] =>
  Object.entries(lines).map(([product_id, quantity]) => ({ product_id, quantity }))

/** What is tracked between two baskets: `add a 2`. */
const changed = (before: readonly BasketLine[], now: readonly BasketLine[]) =>
  basketChanges(quantitiesOf(before)[0], quantitiesOf(now)[0]).map(
    ({ action, data }) => `${action} ${data.product_id} ${data.quantity}`,
  )

test.each<[string, Lines, Lines, string[]]>([
  ['a product that is new', {}, { a: 2 }, ['add a 2']],
  ['a product that is gone', { a: 2 }, {}, ['remove a 2']],
  ['more of a product', { a: 1 }, { a: 3 }, ['add a 2']],
  ['fewer of a product', { a: 3 }, { a: 1 }, ['remove a 2']],
  ['nothing', { a: 1, b: 2 }, { b: 2, a: 1 }, []],
  ['one for another', { a: 1 }, { b: 1 }, ['remove a 1', 'add b 1']],
  ['a line of none', {}, { a: 0 }, []],
  ['a line that comes to none', { a: 2 }, { a: 0 }, ['remove a 2']],
  ['quantities as text', { a: '1' }, { a: '2.5' }, ['add a 1.5']],
  ['names that objects have', {}, { constructor: 1, toString: 2 }, ['add constructor 1', 'add toString 2']],
])('between two baskets: %s', (_, before, now, expected) => {
  expect(changed(linesOf(before), linesOf(now))).toEqual(expected)
})

test('the lines of one product are one, however its id is written', () => {
  const twice = [...linesOf({ 7: 1 }), { product_id: 7, quantity: '2' }]
  expect(changed([], twice)).toEqual(['add 7 3'])
  expect(changed(twice, linesOf({ 7: 3 }))).toEqual([])
})

test('fractions come out as they are written', () => {
  const [tenth, fifth] = [linesOf({ a: 0.1 }), linesOf({ a: '0.2' })]
  expect(changed([], [...tenth, ...fifth])).toEqual(['add a 0.3'])
  expect(changed(tenth, [...tenth, ...fifth])).toEqual(['add a 0.2'])
  expect(changed([...tenth, ...fifth], linesOf({ a: 0.3 }))).toEqual([])
  expect(changed(linesOf({ a: 1_000_000 }), linesOf({ a: 1_000_000.1 }))).toEqual(['add a 0.1'])
})

test('what is added and removed leads from one basket to the other, in thousandths', () => {
  const basket = fc.array(
    fc.record({ product_id: fc.constantFrom('a', 'b', '__proto__', 7), quantity: fc.nat(99_999) }),
  )
  const sum = (lines: BasketLine[]) => quantitiesOf(lines)[0]
  fc.assert(
    fc.property(basket, basket, (before, now) => {
      const counted = sum(before)
      const inThousandths = (lines: BasketLine[]) =>
        lines.map(line => ({ ...line, quantity: Number(line.quantity) / 1000 }))
      for (const { action, data } of basketChanges(sum(inThousandths(before)), sum(inThousandths(now)))) {
        const thousandths = Number(data.quantity) * 1000
        expect(Number(data.quantity)).toBeGreaterThan(0)
        expect(thousandths).toBeCloseTo(Math.round(thousandths), 6)
        const id = String(data.product_id)
        const by = action === 'add' ? thousandths : -thousandths
        counted.set(id, Math.round((counted.get(id) ?? 0) + by))
      }
      const none = ([, quantity]: [string, number]) => quantity !== 0
      expect(new Map([...counted].filter(none))).toEqual(new Map([...sum(now)].filter(none)))
    }),
  )
})

describe('lines that nobody can read', () => {
  const throwing = {
    get product_id(): string {
      throw new Error('from the shop')
    },
    quantity: 1,
  }
  const unreadable = [
    null,
    undefined,
    7,
    'line',
    [],
    {},
    { quantity: 1 },
    { product_id: null, quantity: 1 },
    { product_id: ' ', quantity: 1 },
    { product_id: 1.5, quantity: 1 },
    { product_id: 'a' },
    { product_id: 'a', quantity: -1 },
    { product_id: 'a', quantity: Number.NaN },
    { product_id: 'a', quantity: Number.POSITIVE_INFINITY },
    { product_id: 'a', quantity: '2 pieces' },
    { product_id: 'a', quantity: 1n },
    throwing,
  ]

  test('are given back, and the others are counted', () => {
    const lines: unknown[] = [
      { product_id: 'b', quantity: 1 },
      ...unreadable,
      { product_id: 'b', quantity: 2 },
    ]
    const [quantities, given] = quantitiesOf(lines as BasketLine[]) // as a shop without types may call it
    expect(quantities).toEqual(new Map([['b', 3]]))
    expect(given).toEqual(unreadable)
  })

  test('never throw, whatever they are', () => {
    fc.assert(
      fc.property(fc.array(fc.anything()), lines => {
        const [quantities] = quantitiesOf(lines as BasketLine[]) // as a shop without types may call it
        for (const { data } of basketChanges(new Map(), quantities)) expect(data.quantity).toBeGreaterThan(0)
      }),
    )
  })
})
