import basketAdd from 'ometria-mock/fixtures/basket-add.json' with { type: 'json' }
import orderAdd from 'ometria-mock/fixtures/order-add.json' with { type: 'json' }
import orderCancel from 'ometria-mock/fixtures/order-cancel.json' with { type: 'json' }
import { describe, expect, test } from 'vitest'
import { OmetriaValidationError } from '../errors.js'
import { pathOf, validate, validateContext, validateUser } from './validate.js'

const basket = (data: object) => validate({ scope: 'basket', action: 'add', data }).data

/** What a refusal says. */
function refusal(check: () => unknown): string {
  try {
    check()
  } catch (error) {
    if (error instanceof OmetriaValidationError) return error.message
  }
  throw new Error('Nothing was refused.')
}

test('the reference’s own examples are understood as they stand', () => {
  const { user, ...added } = basketAdd
  for (const event of [added, orderAdd, orderCancel]) expect(validate(event)).toEqual(event)
  expect(validateUser(user)).toEqual(user)
})

describe('coercion', () => {
  test.each([
    [7, '7'],
    [6560241647794, '6560241647794'],
    [Number.MAX_SAFE_INTEGER, '9007199254740991'],
    [0, '0'],
    [-1, '-1'],
    ['abc', 'abc'],
    ['007', '007'],
    [' a ', ' a '],
    ['😀', '😀'],
  ])('the id %j is sent as %j', (given, sent) => {
    expect(basket({ product_id: given, quantity: 1 })).toEqual({ product_id: sent, quantity: 1 })
  })

  test.each([
    [2, 2],
    [0, 0],
    [0.5, 0.5],
    ['2', 2],
    ['0.50', 0.5],
    ['007', 7],
    ['1200', 1200],
    ['0.0', 0],
    ['1.00000000000000000000', 1],
    ['123456789012.345', 123456789012.345],
    // Seventeen digits, as JavaScript itself writes 0.1 + 0.2: none is lost.
    ['0.30000000000000004', 0.30000000000000004],
  ])('the quantity %j is sent as %j', (given, sent) => {
    expect(basket({ product_id: 'abc', quantity: given })).toEqual({ product_id: 'abc', quantity: sent })
  })

  test.each([
    ['49.99', 49.99],
    ['-5.00', -5],
    [-5, -5],
    [1e-7, 1e-7],
  ])('the amount %j is sent as %j', (given, sent) => {
    const { data } = validate({ ...orderAdd, data: { ...orderAdd.data, order_tax: given } })
    expect(data).toMatchObject({ order_tax: sent })
  })

  test('a request id stays what it is, text or number', () => {
    expect(validate({ ...orderCancel, request_id: 7 }).request_id).toBe(7)
    expect(validate({ ...orderCancel, request_id: '7' }).request_id).toBe('7')
  })
})

describe('refused as an id', () => {
  test.each([
    [1.5, 'number'],
    [2 ** 53, 'number'],
    [NaN, 'NaN'],
    [Infinity, 'number'],
    ['', 'string'],
    [' \t\n', 'string'],
    [true, 'boolean'],
    [null, 'null'],
    [undefined, 'undefined'],
    [7n, 'bigint'],
    [{}, 'object'],
    [[], 'array'],
    [Symbol('id'), 'symbol'],
  ])('%s', (id, kind) => {
    expect(refusal(() => basket({ product_id: id, quantity: 1 }))).toBe(
      `The event was not sent. data.product_id: expected an id (text, or a whole number below 2^53), got ${kind}.`,
    )
  })
})

describe('refused as a quantity', () => {
  test.each([
    ['1,5', 'string'],
    ['1e3', 'string'],
    ['0x10', 'string'],
    [' 1', 'string'],
    ['', 'string'],
    ['.5', 'string'],
    ['9'.repeat(400), 'string'],
    ['9007199254740993', 'string'],
    ['49.990000000000000001', 'string'],
    ['-1', 'string'],
    [-1, 'number'],
    [NaN, 'NaN'],
    [Infinity, 'number'],
    [-Infinity, 'number'],
    [null, 'null'],
    [1n, 'bigint'],
    [new Date(0), 'object'],
  ])('%s', (quantity, kind) => {
    expect(refusal(() => basket({ product_id: 'abc', quantity }))).toBe(
      `The event was not sent. data.quantity: expected a number of 0 or more (or its decimal text, of at most 15 digits), got ${kind}.`,
    )
  })
})

test('fields that nobody knows pass through untouched, at every level', () => {
  const own = { text: '', nothing: null, deep: { list: [1, '2', { quantity: '3' }] }, constructor: 'x' }
  const lines = orderAdd.data.order_lines.map(line => ({ ...line, own }))
  const event = {
    ...orderAdd,
    data: { ...orderAdd.data, own, order_lines: lines },
    context: { own, product_id: 7 },
  }
  expect(validate(event)).toEqual(event)
  expect(validate({ scope: 'view', data: own, context: { own } })).toEqual({
    scope: 'view',
    data: own,
    context: { own },
  })
  const returned = { order_id: 'a', own, order_lines: [{ product_id: 'b', quantity: 1, own }] }
  expect(validate({ scope: 'order', action: 'return', data: returned }).data).toEqual(returned)
})

test('what is validated is a copy', () => {
  const event = { scope: 'basket', action: 'add', data: { product_id: 7, quantity: '1' } }
  validate(event)
  expect(event.data).toEqual({ product_id: 7, quantity: '1' })
})

test('what is undefined is not there, and hides nothing that it is laid over', () => {
  const context = validateContext({ currency: undefined, own: undefined, language: 'en' })
  expect({ currency: 'EUR', own: 1, ...context }).toEqual({ currency: 'EUR', own: 1, language: 'en' })
})

test('a prototype is nobody’s data', () => {
  const event: unknown = JSON.parse('{"scope":"view","data":{"__proto__":{"polluted":true}}}')
  expect(Object(validate(event).data).polluted).toBeUndefined()
  expect(Object({}).polluted).toBeUndefined()
})

test('an old library’s own key on `Object.prototype` is nobody’s data', () => {
  const prototype: object = Object.prototype
  Object.assign(prototype, { extend: () => {} })
  try {
    expect(validate(orderAdd)).toEqual(orderAdd)
    expect(Object.keys(validate({ scope: 'view', data: {} }).data ?? {})).toEqual([])
  } finally {
    Reflect.deleteProperty(prototype, 'extend')
  }
})

test('the language of Safari 15.0 is enough: no `Object.hasOwn`', () => {
  const { hasOwn } = Object
  Reflect.deleteProperty(Object, 'hasOwn')
  let parsed: unknown
  try {
    parsed = validate(orderAdd)
  } finally {
    Object.hasOwn = hasOwn
  }
  expect(parsed).toEqual(orderAdd)
})

test('a `toJSON` of the shop’s own takes the place of nothing that was read', () => {
  const toJSON = () => 'nothing'
  const [line] = orderAdd.data.order_lines
  const data = { ...orderAdd.data, order_lines: [{ ...line, toJSON }], toJSON }
  const given = { ...orderAdd, data, context: { page: 'p', toJSON } }
  expect(JSON.parse(JSON.stringify(validate(given)))).toEqual({
    ...orderAdd,
    data: { ...orderAdd.data, order_lines: [line] },
    context: { page: 'p' },
  })
})

describe('what JSON can not hold is refused by its path:', () => {
  const circle: Record<string, unknown> = {}
  circle.again = { circle }

  test.each([
    ['a BigInt', { count: 1n }, 'data.count: expected what JSON can hold, got bigint'],
    ['one further in', { list: [0, { count: 1n }] }, 'data.list[1].count: expected what JSON can hold'],
    ['a circle', { circle }, /data\.circle(\.again\.circle){9}…: expected at most 100 levels/],
    ['a branching circle', { self: self() }, /data\.self.*…: expected at most 100 levels/],
    ['100 levels and one', { deep: deep(101) }, /data\.deep(\[0]){18}…: expected at most 100 levels/],
    ['a hundred thousand', { deep: deep(100_000) }, /data\.deep(\[0]){18}…: expected at most 100 levels/],
  ])('%s', (_, data, message) => {
    expect(refusal(() => validate({ scope: 'view', data }))).toMatch(message)
  })

  function self() {
    const every: Record<string, unknown> = {}
    for (const key of 'abcdefgh') every[key] = every
    return every
  }

  function deep(levels: number) {
    let value: unknown = []
    for (let level = 1; level < levels; level++) value = [value]
    return value
  }

  test('100 levels pass, and what knows its own JSON is left alone', () => {
    const dated = Object.assign(new Date(0), { circle })
    const data = { deep: deep(100), dated }
    expect(validate({ scope: 'view', data }).data).toEqual(data)
  })
})

test('of ten thousand keys that do not belong the first hundred are named', () => {
  const strays = Object.fromEntries(Array.from({ length: 10_000 }, (_, nth) => [`stray${nth}`, nth]))
  const message = refusal(() => validate({ ...orderCancel, ...strays }))
  expect(message.match(/expected nothing here/g)).toHaveLength(100)
})

test('every fault is named at once, by its path', () => {
  const [line] = orderAdd.data.order_lines
  const order_lines = [line, { ...line, quantity: -1, product_id: '' }]
  const { order_id: _, ...data } = { ...orderAdd.data, order_lines, order_total: 'free' }
  const wrong = { ...orderAdd, data, context: { page: {} }, request_id: null }
  const message = refusal(() => validate(wrong))
  for (const path of [
    'data.order_id',
    'data.order_total',
    'data.order_lines[1].product_id',
    'data.order_lines[1].quantity',
    'context.page',
    'request_id',
  ]) {
    expect(message).toContain(`${path}: expected `)
  }
})

describe('refused whole', () => {
  test.each([
    ['nothing', undefined, 'event'],
    ['null', null, 'event'],
    ['text', 'basket', 'event'],
    ['a list', [basketAdd], 'event'],
    ['no scope', { data: {} }, 'scope'],
    ['an object in the place of a prototype', JSON.parse('{"scope":"view","__proto__":{}}'), '__proto__'],
    ['an unknown scope', { ...orderCancel, scope: 'cart' }, 'scope'],
    ['a scope in capitals', { ...orderCancel, scope: 'ORDER' }, 'scope'],
    ['an unknown action', { ...orderCancel, action: 'refund' }, 'action'],
    ['no action', { scope: 'basket', data: basketAdd.data }, 'action'],
    ['a blank view action', { scope: 'view', action: ' ' }, 'action'],
    ['no data', { scope: 'basket', action: 'add' }, 'data'],
    ['text for data', { scope: 'view', data: '{}' }, 'data'],
    ['a list for data', { scope: 'view', data: [] }, 'data'],
    ['no lines', { ...orderAdd, data: { ...orderAdd.data, order_lines: [] } }, 'data.order_lines'],
    ['one line for a list', { ...orderAdd, data: { ...orderAdd.data, order_lines: {} } }, 'data.order_lines'],
    ['a list for context', { ...orderCancel, context: [] }, 'context'],
    ['a visitor', basketAdd, 'user'],
    ['a key at the top', { ...orderCancel, order_id: 'ABC-123' }, 'order_id'],
    ['more than an id to cancel', { ...orderCancel, data: { order_id: 1, reason: 'size' } }, 'data.reason'],
  ])('%s', (_, event, path) => {
    const message = refusal(() => validate(event))
    expect(message).toContain(`The event was not sent. ${path}: `)
    expect(message).toMatch(/expected /)
  })
})

test('a refusal never quotes what it found, which may be personal', () => {
  const secret = 'ada@example.com'
  const { data } = orderAdd
  for (const event of [
    { ...orderAdd, scope: secret },
    { ...orderAdd, action: secret },
    { ...orderAdd, data: secret },
    { ...orderAdd, data: { ...data, order_total: secret } },
    { ...orderAdd, data: { ...data, order_id: { email: secret } } },
    { ...orderAdd, context: [secret] },
  ]) {
    expect(refusal(() => validate(event))).not.toContain(secret)
  }
})

test('context and user are named where they stand', () => {
  expect(refusal(() => validateContext({ page: '' }))).toContain('context.page: expected ')
  expect(refusal(() => validateContext('page'))).toContain('context: expected an object, got string')
  expect(refusal(() => validateUser({ uid: 'u' }))).toContain('user.sid: expected text, got undefined')
  expect(refusal(() => validateUser({ uid: 'u', sid: 's', email: 'e' }))).toContain(
    'user.email: expected nothing here',
  )
  expect(validateContext(undefined)).toEqual({})
})

test('a path is written as in code', () => {
  expect(pathOf(['data', 'order_lines', 1, 'quantity'])).toBe('data.order_lines[1].quantity')
  expect(pathOf([])).toBe('')
})

test('a list with holes is a list of nothing', () => {
  const order_lines: unknown[] = new Array(2)
  expect(
    refusal(() => validate({ scope: 'order', action: 'return', data: { order_id: '1', order_lines } })),
  ).toContain('data.order_lines[0]: expected an object, got undefined')
})
