import * as z from 'zod'
import { orderEvent, trackEvent } from './events.js'
import { jsonValue } from './json-value.js'
import type { Fault, Reader } from './reader.js'
import * as wire from './wire-values.js'

/** Says of a value that doesn't fit what the client says. */
const inWordsOf = (read: Reader<unknown, unknown>) => ({
  error({ input }: { input?: unknown }) {
    const faults: Fault[] = []
    read(input, faults)
    return faults[0]?.message
  },
})

/** Has what came through read as the client reads it. */
const readBy =
  <Output>(read: Reader<unknown, Output>) =>
  (input: unknown, { issues }: z.RefinementCtx) => {
    const faults: Fault[] = []
    const output = read(input, faults)
    for (const fault of faults) issues.push({ code: 'custom', input, ...fault })
    return output
  }

const textOf = (read: Reader<unknown, unknown>) => z.string(inWordsOf(read)).regex(/\S/, inWordsOf(read))
const decimalOf = (read: Reader<unknown, unknown>) => z.string().regex(wire.plainDecimal, inWordsOf(read))

const text = textOf(wire.text)
const id = z
  .union([textOf(wire.id), z.int(inWordsOf(wire.id))], inWordsOf(wire.id))
  .transform(readBy(wire.id))
  .pipe(z.string())
const amount = z
  .union([z.number(), decimalOf(wire.amount)], inWordsOf(wire.amount))
  .transform(readBy(wire.amount))
  .pipe(z.number())
const quantity = z
  .union([z.number().min(0, inWordsOf(wire.quantity)), decimalOf(wire.quantity)], inWordsOf(wire.quantity))
  .transform(readBy(wire.quantity))
  .pipe(z.number().min(0))
const requestId = z.union([textOf(wire.requestId), z.number()], inWordsOf(wire.requestId))

/** An account's own field. */
const own = z.unknown().transform(readBy(jsonValue)).pipe(z.unknown())

const line = {
  product_id: id,
  product_sku: id.optional(),
  product_name: text.optional(),
  variant_id: id.optional(),
  variant_sku: id.optional(),
  quantity,
  unit_rrp: amount.optional(),
  order_line_total: amount,
}

/** One line of an order. */
export const orderLineSchema = z.object(line).catchall(own)

/** A placed order: the `data` of an `order add`. */
export const orderSchema = z
  .object({
    order_id: id,
    user_id: id.optional(),
    order_total: amount,
    order_tax: amount.optional(),
    order_shipping: amount.optional(),
    order_currency: text,
    order_lines: z.array(orderLineSchema).min(1),
  })
  .catchall(own)

/** Where an event happened. */
export const contextSchema = z
  .object({
    category: id.optional(),
    product: id.optional(),
    page: id.optional(),
    page_url: text.optional(),
    user_agent: text.optional(),
    language: text.optional(),
    currency: text.optional(),
  })
  .catchall(own)

/** The visitor: `uid` stays, `sid` ends with the visit. */
export const userSchema = z.strictObject({ uid: text, sid: text })

const about = { context: contextSchema.optional(), request_id: requestId.optional() }

/** Something put into the basket, or taken out. */
export const basketEventSchema = z.strictObject({
  scope: z.literal('basket'),
  action: z.enum(['add', 'remove']),
  data: z.object({ product_id: id, quantity }).catchall(own),
  ...about,
})

/** An order that was placed. */
export const orderAddEventSchema = z.strictObject({
  scope: z.literal('order'),
  action: z.literal('add'),
  data: orderSchema,
  ...about,
})

/** An order that was cancelled. */
export const orderCancelEventSchema = z.strictObject({
  scope: z.literal('order'),
  action: z.literal('cancel'),
  data: z.strictObject({ order_id: id }),
  ...about,
})

const returnedLine = orderLineSchema.extend({ order_line_total: amount.optional() })

/** An order that came back: all of it, or the lines named. */
export const orderReturnEventSchema = z.strictObject({
  scope: z.literal('order'),
  action: z.literal('return'),
  data: z.object({ order_id: id, order_lines: z.array(returnedLine).min(1).optional() }).catchall(own),
  ...about,
})

/** An order placed, cancelled or returned. */
export const orderEventSchema = z.discriminatedUnion(
  'action',
  [orderAddEventSchema, orderCancelEventSchema, orderReturnEventSchema],
  inWordsOf(orderEvent),
)

/** Something seen. */
export const viewEventSchema = z.strictObject({
  scope: z.literal('view'),
  action: text.optional(),
  data: z.object({}).catchall(own).optional(),
  ...about,
})

/** All that can be tracked. */
export const trackEventSchema = z.discriminatedUnion(
  'scope',
  [basketEventSchema, orderEventSchema, viewEventSchema],
  inWordsOf(trackEvent),
)
