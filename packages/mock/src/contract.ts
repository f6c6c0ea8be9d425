import * as z from 'zod'
import { expected, expectedOneOf, explain } from './explain.js'

/** An event as it travels: the body of a `POST /api/track`. */
export interface Hit {
  scope: 'view' | 'basket' | 'order'
  action: string
  data: Record<string, unknown>
  user?: { uid: string; sid: string }
  context?: Record<string, unknown>
  request_id?: string | number
}

/** What is wrong with a body, one sentence a fault; empty where it fits. */
export function issuesOf(body: unknown): string[] {
  const { error } = hit.safeParse(body)
  return error ? explain(error) : []
}

const id = z.string(expected('a non-empty string')).min(1, expected('a non-empty string'))
const text = z.string(expected('a string'))
const amount = z.number(expected('a finite number'))
const quantity = z
  .number(expected('a finite number of 0 or more'))
  .min(0, expected('a finite number of 0 or more'))

const orderLine = z.looseObject(
  {
    product_id: id,
    product_sku: text.optional(),
    product_name: text.optional(),
    variant_id: text.optional(),
    variant_sku: text.optional(),
    quantity,
    unit_rrp: amount.optional(),
    order_line_total: amount,
  },
  expected('an object'),
)

const order = z.looseObject(
  {
    order_id: id,
    user_id: text.optional(),
    order_total: amount,
    order_tax: amount.optional(),
    order_shipping: amount.optional(),
    order_currency: id,
    order_lines: z
      .array(orderLine, expected('an array of order lines'))
      .min(1, { error: 'expected at least one order line, got none' }),
  },
  expected('an object'),
)

const returned = z.looseObject(
  {
    order_id: id,
    order_lines: z
      .array(orderLine.partial({ order_line_total: true }), expected('an array of order lines'))
      .optional(),
  },
  expected('an object'),
)

const user = z.strictObject({ uid: id, sid: id }, expected('an object with uid and sid'))

const plumbing = {
  request_id: z.union([id, z.number()], expected('a non-empty string or a number')).optional(),
  context: z
    .looseObject(
      {
        category: text.optional(),
        product: text.optional(),
        page: text.optional(),
        page_url: text.optional(),
        user_agent: text.optional(),
        language: text.optional(),
        currency: text.optional(),
      },
      expected('an object'),
    )
    .optional(),
}

const view = z.strictObject({
  scope: z.literal('view'),
  action: id,
  data: z.looseObject({}, expected('an object')),
  user,
  ...plumbing,
})

const basket = z.strictObject({
  scope: z.literal('basket'),
  action: z.enum(['add', 'remove'], expected('"add" or "remove"')),
  data: z.looseObject({ product_id: id, quantity }, expected('an object')),
  user,
  ...plumbing,
})

// Orders also come from servers, where no visitor is at hand: there `user` may be missing, but never malformed.
const orderHit = { scope: z.literal('order'), user: user.optional(), ...plumbing }

const hit = z.discriminatedUnion(
  'scope',
  [
    view,
    basket,
    z.discriminatedUnion(
      'action',
      [
        z.strictObject({ ...orderHit, action: z.literal('add'), data: order }),
        z.strictObject({
          ...orderHit,
          action: z.literal('cancel'),
          data: z.strictObject({ order_id: id }, expected('an object with order_id alone')),
        }),
        z.strictObject({ ...orderHit, action: z.literal('return'), data: returned }),
      ],
      expectedOneOf('action', '"add", "cancel" or "return"'),
    ),
  ],
  expectedOneOf('scope', '"view", "basket" or "order"'),
)
