import * as fc from 'fast-check'

const text = fc.string({ minLength: 1, unit: 'grapheme' }).filter(value => value.trim() !== '')
const id = fc.oneof(text, fc.maxSafeInteger())
// JSON has no -0.
const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map(value => value || 0)
const cents = fc.tuple(fc.integer(), fc.nat(99)).map(([whole, part]) => `${whole}.${part}`)
const amount = fc.oneof(number, cents)
const quantity = fc.oneof(fc.nat(), fc.nat().map(String))

/** Fields of an account's own; none of them hides one that we know. */
const own = fc.dictionary(
  text.map(name => `own ${name}`),
  fc.json().map((json): unknown => JSON.parse(json)),
)

const open = <Fields>(known: fc.Arbitrary<Fields>) =>
  fc.tuple(own, known).map(([unknown, fields]) => ({ ...unknown, ...fields }))

const line = {
  product_id: id,
  product_sku: id,
  product_name: text,
  variant_id: id,
  variant_sku: id,
  quantity,
  unit_rrp: amount,
  order_line_total: amount,
}
const lines = <Required extends keyof typeof line>(...requiredKeys: Required[]) =>
  fc.array(open(fc.record(line, { requiredKeys })), { minLength: 1, maxLength: 3 })

const placed = fc.record(
  {
    order_id: id,
    user_id: id,
    order_total: amount,
    order_tax: amount,
    order_shipping: amount,
    order_currency: fc.constantFrom('USD', 'GBP', 'JPY'),
    order_lines: lines('product_id', 'quantity', 'order_line_total'),
  },
  { requiredKeys: ['order_id', 'order_total', 'order_currency', 'order_lines'] },
)
const returned = fc.record(
  { order_id: id, order_lines: lines('product_id', 'quantity') },
  { requiredKeys: ['order_id'] },
)
const context = fc.record(
  { category: id, product: id, page: id, page_url: text, user_agent: text, language: text, currency: text },
  { requiredKeys: [] },
)

const about = { context: open(context), request_id: fc.oneof(text, number) }
const whole = { requiredKeys: ['scope', 'action', 'data'] as ['scope', 'action', 'data'] }

const event = <Scope, Action, Data>(scope: Scope, action: fc.Arbitrary<Action>, data: fc.Arbitrary<Data>) =>
  fc.record({ scope: fc.constant(scope), action, data, ...about }, whole)

const view = fc.record(
  { scope: fc.constant('view'), action: text, data: own, ...about },
  { requiredKeys: ['scope'] },
)

/** Any event that is right, in all its forms: ids as numbers, amounts as text, fields that nobody knows. */
export const anyEvent = fc.oneof(
  event('basket', fc.constantFrom('add', 'remove'), open(fc.record({ product_id: id, quantity }))),
  event('order', fc.constant('add'), open(placed)),
  event('order', fc.constant('cancel'), fc.record({ order_id: id })),
  event('order', fc.constant('return'), open(returned)),
  view,
)
