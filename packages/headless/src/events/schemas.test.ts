import * as fc from 'fast-check'
import basketAdd from 'ometria-mock/fixtures/basket-add.json' with { type: 'json' }
import orderAdd from 'ometria-mock/fixtures/order-add.json' with { type: 'json' }
import orderCancel from 'ometria-mock/fixtures/order-cancel.json' with { type: 'json' }
import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import * as mini from 'zod/mini'
import { anyEvent } from '../../test/any-event.js'
import * as events from './events.js'
import type { Fault, Reader } from './reader.js'
import * as schemas from './schemas.js'

const { user, context, ...added } = basketAdd
const returned = { scope: 'order', action: 'return', data: { order_id: '7' } }
const [line] = orderAdd.data.order_lines

/** In each row: a schema, the client's reader of the same, and what fits them. */
const pairs = [
  ['orderLineSchema', schemas.orderLineSchema, events.orderLine, line],
  ['orderSchema', schemas.orderSchema, events.order, orderAdd.data],
  ['contextSchema', schemas.contextSchema, events.context, context],
  ['userSchema', schemas.userSchema, events.user, user],
  ['basketEventSchema', schemas.basketEventSchema, events.basketEvent, added],
  ['orderAddEventSchema', schemas.orderAddEventSchema, events.orderAddEvent, orderAdd],
  ['orderCancelEventSchema', schemas.orderCancelEventSchema, events.orderCancelEvent, orderCancel],
  ['orderReturnEventSchema', schemas.orderReturnEventSchema, events.orderReturnEvent, returned],
  ['orderEventSchema', schemas.orderEventSchema, events.orderEvent, orderAdd],
  ['viewEventSchema', schemas.viewEventSchema, events.viewEvent, { scope: 'view' }],
  ['trackEventSchema', schemas.trackEventSchema, events.trackEvent, added],
] as const

test('there is a schema for each reader', () => {
  expect(Object.keys(schemas).sort()).toEqual(pairs.map(([name]) => name).sort())
})

/** What a reader makes of a value: an output, or the paths of what is wrong. */
function read(reader: Reader<unknown, unknown>, given: unknown) {
  const faults: Fault[] = []
  const output = reader(given, faults)
  return faults.length > 0 ? { wrong: sorted(faults.map(({ path }) => path)) } : { output }
}

/** What a schema makes of it. zod has one issue for all the keys of an object that don't belong. */
function parse(schema: z.ZodType, given: unknown) {
  const { data, error } = schema.safeParse(given)
  if (!error) return { output: data }
  const paths = error.issues.flatMap(issue =>
    issue.code === 'unrecognized_keys' ? issue.keys.map(key => [...issue.path, key]) : [issue.path],
  )
  return { wrong: sorted(paths) }
}

/** Each once: of text in the place of a list zod also says that it is too short. */
const sorted = (paths: PropertyKey[][]) => [...new Set(paths.map(path => JSON.stringify(path)))].sort()

describe('schema and client agree, by verdict, output and paths:', () => {
  const circle: Record<string, unknown> = {}
  circle.again = circle
  const nested = (levels: number): unknown => (levels > 1 ? [nested(levels - 1)] : [])

  /** What nearly fits, or would trip somebody. */
  const odd: unknown[] = [
    ...[undefined, null, true, '', ' ', '\n1', '1e3', '-1', '-0', '.5', '0.30000000000000004'],
    ...['9007199254740993', '9'.repeat(400), 2 ** 53, -1, -0, 1.5, Number.NaN, Infinity, 1n, Symbol('id')],
    ...[[], {}, [1], [{}], new Date(0), new Map(), () => 1, { toJSON: () => 1 }, new Array(2)],
    ...[circle, nested(100), nested(101), { deep: [{ count: 1n }] }],
  ]
  const anything = fc.oneof(
    fc.constantFrom(...odd),
    fc.anything({ withBigInt: true, withDate: true, withSparseArray: true }),
  )
  const key = fc.oneof(
    fc.constantFrom('scope', 'action', 'data', 'user', 'context', 'request_id', 'order_id', 'order_lines'),
    fc.constantFrom('product_id', 'quantity', 'toJSON', '__proto__', 'constructor', 'hasOwnProperty', '0'),
    fc.string(),
  )
  const change = fc.record({ at: fc.nat(), key, value: fc.option(anything, { nil: 'remove' as const }) })

  /** The objects and lists of an event, a few levels deep. */
  const within = (value: unknown, levels = 4): object[] =>
    typeof value === 'object' && value !== null && levels > 0
      ? [value, ...Object.values(value).flatMap(inner => within(inner, levels - 1))]
      : []

  const changed = fc.tuple(anyEvent, fc.array(change, { maxLength: 3 })).map(([event, changes]) => {
    const copy: unknown = structuredClone(event)
    const places = within(copy)
    for (const { at, key, value } of changes) {
      const place = places[at % places.length] ?? {}
      const present = Object.keys(place)
      // Every second change is of a key that is there.
      const name = at % 2 ? (present[at % present.length] ?? key) : key
      if (value === 'remove') Reflect.deleteProperty(place, name)
      else
        Reflect.defineProperty(place, name, { value, enumerable: true, configurable: true, writable: true })
    }
    return copy
  })

  test.each(pairs)('%s', (_, schema, reader, fits) => {
    expect(parse(schema, fits)).toEqual(read(reader, fits))
    for (const key of 'shape' in schema ? [...Object.keys(schema.shape), 'of their own'] : []) {
      for (const value of odd) {
        const given = { ...fits, [key]: value }
        expect(parse(schema, given)).toEqual(read(reader, given))
      }
    }
    fc.assert(
      fc.property(fc.oneof(changed, anything), given => {
        for (const part of [given, ...within(given).slice(0, 3)]) {
          expect(parse(schema, part)).toEqual(read(reader, part))
        }
      }),
      { numRuns: 300 },
    )
  })
})

test('values of the wire are refused in the client’s words', () => {
  const order_lines = [line, { ...line, quantity: -1, unit_rrp: '49.990000000000000001' }]
  const { error } = schemas.orderSchema.safeParse({ ...orderAdd.data, order_id: 1.5, order_lines })
  expect(error?.issues.map(({ message }) => message)).toEqual([
    'expected an id (text, or a whole number below 2^53), got number',
    'expected a number of 0 or more (or its decimal text, of at most 15 digits), got number',
    'expected a number (or its decimal text, of at most 15 digits), got string',
  ])
  expect(schemas.trackEventSchema.safeParse({ scope: 'cart' }).error?.issues).toMatchObject([
    { path: ['scope'], message: "expected 'basket' or 'order' or 'view', got string" },
  ])
})

describe('they are zod’s own objects:', () => {
  test('their fields can be looked at and picked', () => {
    expect(schemas.orderSchema.shape.order_id.parse(7)).toBe('7')
    expect(schemas.orderSchema.pick({ order_total: true }).parse({ order_total: '9.99' })).toEqual({
      order_total: 9.99,
    })
  })

  test('they take an account’s own fields, by the method or by `z.extend`', () => {
    const voucher = z.string().length(8)
    for (const own of [
      schemas.orderSchema.extend({ voucher }),
      mini.extend(schemas.orderSchema, { voucher }),
    ]) {
      expect(own.safeParse(orderAdd.data).error?.issues).toMatchObject([{ path: ['voucher'] }])
      expect(own.parse({ ...orderAdd.data, order_id: 7, voucher: 'SPRING26', gift: true })).toEqual({
        ...orderAdd.data,
        order_id: '7',
        voucher: 'SPRING26',
        gift: true,
      })
    }
  })

  test('they nest in other schemas', () => {
    const action = z.object({ placed: schemas.orderSchema, lines: z.array(schemas.orderLineSchema) })
    const { error } = action.safeParse({ placed: orderAdd.data, lines: [{ ...line, quantity: 'two' }] })
    expect(error?.issues).toMatchObject([{ path: ['lines', 0, 'quantity'] }])
  })

  test('they are Standard Schemas', () => {
    expect(schemas.trackEventSchema['~standard'].validate(orderCancel)).toEqual({ value: orderCancel })
  })
})
