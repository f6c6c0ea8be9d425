import basketAdd from 'ometria-mock/fixtures/basket-add.json' with { type: 'json' }
import orderAdd from 'ometria-mock/fixtures/order-add.json' with { type: 'json' }
import orderCancel from 'ometria-mock/fixtures/order-cancel.json' with { type: 'json' }
import { describe, expect, test } from 'vitest'
import { issuesOf } from './contract.js'

const { user } = basketAdd
const view = { scope: 'view', action: 'view', data: {}, user }
const orderReturn = { scope: 'order', action: 'return', data: { order_id: 'ABC-123' } }
const [line] = orderAdd.data.order_lines

function basketWith(data: object) {
  return { ...basketAdd, data: { ...basketAdd.data, ...data } }
}
function orderWith(data: object) {
  return { ...orderAdd, data: { ...orderAdd.data, ...data } }
}
function lineWith(fields: object) {
  return orderWith({ order_lines: [line, { ...line, ...fields }] })
}
function returning(line: object) {
  return { ...orderReturn, data: { order_id: 'ABC-123', order_lines: [line] } }
}

describe('the contract takes', () => {
  test.each([
    ['a basket add, as in the reference', basketAdd],
    ['an order add, as in the reference', orderAdd],
    ['an order cancel, as in the reference', orderCancel],
    ['a basket remove', { ...basketAdd, action: 'remove' }],
    ['a quantity of 0', basketWith({ quantity: 0 })],
    ['a broken quantity', basketWith({ quantity: 0.5 })],
    ['a view of any action', { ...view, action: 'gallery' }],
    ['a return of everything', orderReturn],
    ['a return of one line, without its total', returning({ product_id: 'abc', quantity: 1 })],
    ['an order with a visitor', { ...orderAdd, user }],
    ['an order of required fields only', orderWith({ user_id: undefined, order_tax: undefined })],
    ['a negative line total', lineWith({ order_line_total: -5 })],
    ['unknown fields of data', basketWith({ colour: 'red', sizes: [1, null] })],
    ['unknown fields of a line', lineWith({ colour: 'red' })],
    ['unknown fields of the context', { ...view, context: { warehouse_id: 4 } }],
    ['a request id that is a string', { ...view, request_id: 'order-add-ABC-123' }],
    ['a request id that is a number', { ...view, request_id: 0 }],
    ['no context', { ...basketAdd, context: undefined }],
  ])('%s', (_, body) => {
    expect(issuesOf(JSON.parse(JSON.stringify(body)))).toEqual([])
  })
})

describe('the contract refuses', () => {
  const id = 'expected a non-empty string'
  const quantity = 'expected a finite number of 0 or more'
  const order = 'expected "add", "cancel" or "return"'

  test.each<[string, unknown, string[]]>([
    ['an array', [], ['body: expected an object, got an array']],
    ['null', null, ['body: expected an object, got null']],
    ['a number', 1, ['body: expected an object, got 1']],
    ['no scope', {}, ['scope: expected "view", "basket" or "order", but it is missing']],
    ['an unknown scope', { scope: 'cart' }, ['scope: expected "view", "basket" or "order", got "cart"']],
    ['no action of a view', { ...view, action: undefined }, [`action: ${id}, but it is missing`]],
    ['an empty action of a view', { ...view, action: '' }, [`action: ${id}, got ""`]],
    ['no action of an order', { scope: 'order' }, [`action: ${order}, but it is missing`]],
    ['an unknown action of an order', { ...orderAdd, action: 'place' }, [`action: ${order}, got "place"`]],
    [
      'the order actions in a basket',
      { ...basketAdd, action: 'cancel' },
      ['action: expected "add" or "remove", got "cancel"'],
    ],
    ['no data', { ...view, data: undefined }, ['data: expected an object, but it is missing']],
    ['data as text', { ...view, data: '{}' }, ['data: expected an object, got "{}"']],
    ['data as an array', { ...view, data: [] }, ['data: expected an object, got an array']],
    [
      'unknown fields beside data',
      { ...view, shop: 'de', v: 1 },
      ['shop: unknown field', 'v: unknown field'],
    ],
    ['a numeric product id', basketWith({ product_id: 12 }), [`data.product_id: ${id}, got 12`]],
    ['an empty product id', basketWith({ product_id: '' }), [`data.product_id: ${id}, got ""`]],
    ['a quantity as text', basketWith({ quantity: '1' }), [`data.quantity: ${quantity}, got "1"`]],
    ['a negative quantity', basketWith({ quantity: -1 }), [`data.quantity: ${quantity}, got -1`]],
    ['no quantity', basketWith({ quantity: undefined }), [`data.quantity: ${quantity}, but it is missing`]],
    [
      'an infinite quantity',
      basketWith({ quantity: Infinity }),
      [`data.quantity: ${quantity}, got Infinity`],
    ],
    [
      'a basket without a visitor',
      { ...basketAdd, user: undefined },
      ['user: expected an object with uid and sid, but it is missing'],
    ],
    [
      'a view without a visitor',
      { ...view, user: null },
      ['user: expected an object with uid and sid, got null'],
    ],
    ['half a visitor', { ...view, user: { uid: 'a' } }, [`user.sid: ${id}, but it is missing`]],
    ['half a visitor of an order', { ...orderAdd, user: { uid: '', sid: 'b' } }, [`user.uid: ${id}, got ""`]],
    ['more than a visitor', { ...view, user: { ...user, name: 'x' } }, ['user.name: unknown field']],
    ['an order without id', orderWith({ order_id: undefined }), [`data.order_id: ${id}, but it is missing`]],
    [
      'an order without total',
      orderWith({ order_total: undefined }),
      ['data.order_total: expected a finite number, but it is missing'],
    ],
    [
      'a total as text',
      orderWith({ order_total: '74.96' }),
      ['data.order_total: expected a finite number, got "74.96"'],
    ],
    [
      'a total of NaN',
      orderWith({ order_total: Number.NaN }),
      ['data.order_total: expected a finite number, got NaN'],
    ],
    ['an order without currency', orderWith({ order_currency: '' }), [`data.order_currency: ${id}, got ""`]],
    ['a tax of null', orderWith({ order_tax: null }), ['data.order_tax: expected a finite number, got null']],
    [
      'an order without lines',
      orderWith({ order_lines: [] }),
      ['data.order_lines: expected at least one order line, got none'],
    ],
    [
      'lines in an object',
      orderWith({ order_lines: {} }),
      ['data.order_lines: expected an array of order lines, got an object'],
    ],
    [
      'a line that is text',
      orderWith({ order_lines: ['abc'] }),
      ['data.order_lines[0]: expected an object, got "abc"'],
    ],
    [
      'a line without total',
      lineWith({ order_line_total: undefined }),
      ['data.order_lines[1].order_line_total: expected a finite number, but it is missing'],
    ],
    [
      'a quantity as text in a line',
      lineWith({ quantity: '2' }),
      [`data.order_lines[1].quantity: ${quantity}, got "2"`],
    ],
    [
      'a numeric SKU',
      lineWith({ product_sku: 123 }),
      ['data.order_lines[1].product_sku: expected a string, got 123'],
    ],
    [
      'a cancellation with reasons',
      { ...orderCancel, data: { order_id: 'A', reason: 'late' } },
      ['data.reason: unknown field'],
    ],
    [
      'a returned line without quantity',
      returning({ product_id: 'abc' }),
      [`data.order_lines[0].quantity: ${quantity}, but it is missing`],
    ],
    [
      'a numeric context field',
      { ...view, context: { product: 12 } },
      ['context.product: expected a string, got 12'],
    ],
    ['a context as text', { ...view, context: 'home' }, ['context: expected an object, got "home"']],
    [
      'a request id of null',
      { ...view, request_id: null },
      ['request_id: expected a non-empty string or a number, got null'],
    ],
    [
      'several mistakes, all named',
      { ...basketAdd, data: {}, request_id: '' },
      [
        'request_id: expected a non-empty string, got ""',
        `data.product_id: ${id}, but it is missing`,
        `data.quantity: ${quantity}, but it is missing`,
      ],
    ],
  ])('%s', (_, body, issues) => {
    expect(issuesOf(body).sort()).toEqual(issues.sort())
  })
})
