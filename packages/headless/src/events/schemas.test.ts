import basketAdd from 'ometria-mock/fixtures/basket-add.json' with { type: 'json' }
import orderAdd from 'ometria-mock/fixtures/order-add.json' with { type: 'json' }
import orderCancel from 'ometria-mock/fixtures/order-cancel.json' with { type: 'json' }
import { expect, test } from 'vitest'
import * as z from 'zod/mini'
import * as schemas from './schemas.js'

const { user, context, ...added } = basketAdd
const returned = { scope: 'order', action: 'return', data: { order_id: 7 } }
const [line] = orderAdd.data.order_lines

/** In each row: a schema, what fits it, and the key that this has to have. */
test.each([
  ['orderLineSchema', schemas.orderLineSchema, line, 'product_id'],
  ['orderSchema', schemas.orderSchema, orderAdd.data, 'order_currency'],
  ['contextSchema', schemas.contextSchema, context, undefined],
  ['userSchema', schemas.userSchema, user, 'sid'],
  ['basketEventSchema', schemas.basketEventSchema, added, 'action'],
  ['orderAddEventSchema', schemas.orderAddEventSchema, orderAdd, 'data'],
  ['orderCancelEventSchema', schemas.orderCancelEventSchema, orderCancel, 'data'],
  [
    'orderReturnEventSchema',
    schemas.orderReturnEventSchema,
    { ...returned, data: { order_id: '7' } },
    'data',
  ],
  ['orderEventSchema', schemas.orderEventSchema, orderAdd, 'action'],
  ['orderEventSchema', schemas.orderEventSchema, orderCancel, 'data'],
  ['viewEventSchema', schemas.viewEventSchema, { scope: 'view' }, 'scope'],
  ['trackEventSchema', schemas.trackEventSchema, added, 'scope'],
] as const)('%s takes what fits, and not without its key', (_, schema, fits, key) => {
  expect(schema.parse(fits)).toEqual(fits)
  const { error } = schema.safeParse(key ? { ...fits, [key]: undefined } : [fits])
  expect(error?.issues).toMatchObject([{ code: 'custom', path: key ? [key] : [] }])
})

test('a schema coerces, names each fault by its path, and composes with others', () => {
  const own = z.object({ placed: schemas.orderSchema })
  expect(own.parse({ placed: { ...orderAdd.data, order_id: 123 } }).placed.order_id).toBe('123')
  const { error } = own.safeParse({
    placed: { ...orderAdd.data, order_lines: [line, { ...line, quantity: -1 }] },
  })
  expect(error?.issues).toMatchObject([
    {
      path: ['placed', 'order_lines', 1, 'quantity'],
      message: expect.stringMatching(/^expected a number of 0 or more .*, got number$/),
    },
  ])
})
