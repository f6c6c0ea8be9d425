import * as z from 'zod/mini'
import { amount, expected, id, quantity, requestId, text } from './wire-values.js'

const anObject = expected('an object')

/**
 * An object whose unknown keys pass through untouched, for accounts with fields of their own. They are typed `any` on
 * the way in because TypeScript accepts a shop's own `interface` for an index signature of nothing else.
 */
const openObject = <Shape extends z.core.$ZodShape>(shape: Shape) =>
  z.looseObject(shape, anObject) as z.ZodMiniObject<Shape, OpenObject>

// biome-ignore lint/suspicious/noExplicitAny: see above
type OpenObject = { in: Record<string, any>; out: Record<string, unknown> }

const closedObject = <Shape extends z.core.$ZodShape>(shape: Shape) => z.strictObject(shape, anObject)

const line = {
  product_id: id,
  product_sku: z.optional(id),
  product_name: z.optional(text),
  variant_id: z.optional(id),
  variant_sku: z.optional(id),
  quantity,
  /** Recommended retail price of one, with tax. */
  unit_rrp: z.optional(amount),
  /** Price of one with tax, times `quantity`. */
  order_line_total: amount,
}

/** One line of an order. */
export const orderLineSchema = openObject(line)

const returnedLine = openObject({ ...line, order_line_total: z.optional(amount) })

/** At least one. Typed `readonly` on the way in, as generated types often are. */
const lines = <Line extends z.ZodMiniObject>(schema: Line) =>
  z.array(schema, expected('an array of lines')).check(({ value, issues }) => {
    if (value.length === 0)
      issues.push({ code: 'custom', input: value, message: 'expected at least one line' })
  }) as z.ZodMiniType<z.output<Line>[], readonly z.input<Line>[]>

/** A placed order. */
export const orderSchema = openObject({
  order_id: id,
  /** The shop's own id of the customer. */
  user_id: z.optional(id),
  /** All that was paid: lines, tax and shipping. */
  order_total: amount,
  order_tax: z.optional(amount),
  order_shipping: z.optional(amount),
  /** ISO 4217, such as `'USD'`. */
  order_currency: text,
  order_lines: lines(orderLineSchema),
})

/** Where it happened. */
export const contextSchema = openObject({
  category: z.optional(id),
  product: z.optional(id),
  page: z.optional(id),
  page_url: z.optional(text),
  user_agent: z.optional(text),
  language: z.optional(text),
  currency: z.optional(text),
})

/** The visitor: `uid` stays, `sid` ends with the visit. */
export const userSchema = closedObject({ uid: text, sid: text })

const about = { context: z.optional(contextSchema), request_id: z.optional(requestId) }

/** Something put into the basket, or taken out. */
export const basketEventSchema = closedObject({
  scope: z.literal('basket'),
  action: z.literal(['add', 'remove'], expected("'add' or 'remove'")),
  data: openObject({ product_id: id, quantity }),
  ...about,
})

export const orderAddEventSchema = closedObject({
  scope: z.literal('order'),
  action: z.literal('add'),
  data: orderSchema,
  ...about,
})

export const orderCancelEventSchema = closedObject({
  scope: z.literal('order'),
  action: z.literal('cancel'),
  data: closedObject({ order_id: id }),
  ...about,
})

/** Without `order_lines` the whole order came back; with them, those lines. */
export const orderReturnEventSchema = closedObject({
  scope: z.literal('order'),
  action: z.literal('return'),
  data: openObject({ order_id: id, order_lines: z.optional(lines(returnedLine)) }),
  ...about,
})

/** An order placed, cancelled or returned. */
export const orderEventSchema = /* @__PURE__ */ z.discriminatedUnion('action', [
  orderAddEventSchema,
  orderCancelEventSchema,
  orderReturnEventSchema,
])

/** Something seen. What was seen travels in `context` (`product`, `category`, `page`). The action is `'view'` unless given. */
export const viewEventSchema = closedObject({
  scope: z.literal('view'),
  action: z.optional(text),
  data: z.optional(openObject({})),
  ...about,
})

/** All that can be tracked. */
export const trackEventSchema = /* @__PURE__ */ z.discriminatedUnion('scope', [
  basketEventSchema,
  orderEventSchema,
  viewEventSchema,
])

export type OrderLine = z.input<typeof orderLineSchema>
export type Order = z.input<typeof orderSchema>
export type Context = z.input<typeof contextSchema>
export type User = z.infer<typeof userSchema>
export type BasketEvent = z.input<typeof basketEventSchema>
export type OrderEvent = z.input<typeof orderEventSchema>
export type ViewEvent = z.input<typeof viewEventSchema>
export type TrackEvent = BasketEvent | OrderEvent | ViewEvent

export type ParsedContext = z.output<typeof contextSchema>

/** The same with ids as strings and amounts as numbers: what goes on the wire. */
export type ParsedEvent = z.output<typeof trackEventSchema>
