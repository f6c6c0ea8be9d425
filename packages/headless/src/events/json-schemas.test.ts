import { readdirSync, readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import * as fc from 'fast-check'
import basketAdd from 'ometria-mock/fixtures/basket-add.json' with { type: 'json' }
import orderAdd from 'ometria-mock/fixtures/order-add.json' with { type: 'json' }
import orderCancel from 'ometria-mock/fixtures/order-cancel.json' with { type: 'json' }
import { describe, expect, test } from 'vitest'
import { anyEvent } from '../../test/any-event.js'

const folder = new URL('../../dist/events/schemas/', import.meta.url)

// `strict`: a keyword that nobody knows is a mistake of ours.
const compile = (name: string) =>
  new Ajv2020({ strict: true, strictTypes: false }).compile(
    JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8')),
  )

test('each schema is published as JSON Schema', () => {
  expect(readdirSync(folder)).toEqual([
    'basket-event.json',
    'context.json',
    'order-add-event.json',
    'order-cancel-event.json',
    'order-event.json',
    'order-line.json',
    'order-return-event.json',
    'order.json',
    'track-event.json',
    'user.json',
    'view-event.json',
  ])
})

test('any event that is right fits, with ids as numbers and amounts as text too', () => {
  const fits = compile('track-event')
  fc.assert(fc.property(anyEvent, event => fits(JSON.parse(JSON.stringify(event)))))
})

test('the reference’s own examples fit, each its own', () => {
  const { user, context, ...added } = basketAdd
  expect(compile('basket-event')({ ...added, context })).toBe(true)
  expect(compile('user')(user)).toBe(true)
  expect(compile('context')(context)).toBe(true)
  expect(compile('order')(orderAdd.data)).toBe(true)
  expect(compile('order-add-event')(orderAdd)).toBe(true)
  expect(compile('order-cancel-event')(orderCancel)).toBe(true)
})

describe('does not fit:', () => {
  const fits = compile('track-event')
  const { data } = orderAdd
  const [line] = data.order_lines

  test.each([
    ['an unknown scope', { ...orderAdd, scope: 'cart' }],
    ['a key at the top', { ...orderAdd, order_id: 'ABC-123' }],
    ['a missing key', { ...orderAdd, data: { ...data, order_currency: undefined } }],
    ['a blank id', { ...orderAdd, data: { ...data, order_id: ' ' } }],
    ['half an id', { ...orderAdd, data: { ...data, order_id: 1.5 } }],
    ['an amount that is no number', { ...orderAdd, data: { ...data, order_total: '49,99' } }],
    ['a negative quantity', { ...orderAdd, data: { ...data, order_lines: [{ ...line, quantity: -1 }] } }],
    ['no lines', { ...orderAdd, data: { ...data, order_lines: [] } }],
  ])('%s', (_, event) => {
    expect(fits(JSON.parse(JSON.stringify(event)))).toBe(false)
  })
})
