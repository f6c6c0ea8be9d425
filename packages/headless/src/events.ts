import type * as z from 'zod/mini'
import { choice, closedObject, list, openObject, optional } from './shapes.js'
import { amount, id, quantity, requestId, text, word } from './wire-values.js'

const line = {
  product_id: id,
  product_sku: optional(id),
  product_name: optional(text),
  variant_id: optional(id),
  variant_sku: optional(id),
  quantity,
  /** Recommended retail price of one, with tax. */
  unit_rrp: optional(amount),
  /** Price of one with tax, times `quantity`. */
  order_line_total: amount,
}

/** One line of an order. */
export const orderLineSchema = openObject(line)

const returnedLine = openObject({ ...line, order_line_total: optional(amount) })

/** A placed order. */
export const orderSchema = openObject({
  order_id: id,
  /** The shop's own id of the customer. */
  user_id: optional(id),
  /** All that was paid: the lines, which include tax, and shipping. */
  order_total: amount,
  order_tax: optional(amount),
  order_shipping: optional(amount),
  /** ISO 4217, such as `'USD'`. */
  order_currency: text,
  order_lines: list('at least one line', orderLineSchema),
})

/** Where it happened. */
export const contextSchema = openObject({
  category: optional(id),
  product: optional(id),
  page: optional(id),
  page_url: optional(text),
  user_agent: optional(text),
  language: optional(text),
  currency: optional(text),
})

/** The visitor: `uid` stays, `sid` ends with the visit. */
export const userSchema = closedObject({ uid: text, sid: text })

const about = { context: optional(contextSchema), request_id: optional(requestId) }

/** Something put into the basket, or taken out. */
export const basketEventSchema = closedObject({
  scope: word('basket'),
  action: word('add', 'remove'),
  data: openObject({ product_id: id, quantity }),
  ...about,
})

export const orderAddEventSchema = closedObject({
  scope: word('order'),
  action: word('add'),
  data: orderSchema,
  ...about,
})

export const orderCancelEventSchema = closedObject({
  scope: word('order'),
  action: word('cancel'),
  data: closedObject({ order_id: id }),
  ...about,
})

/** Without `order_lines` the whole order came back; with them, those lines. */
export const orderReturnEventSchema = closedObject({
  scope: word('order'),
  action: word('return'),
  data: openObject({ order_id: id, order_lines: optional(list('at least one line', returnedLine)) }),
  ...about,
})

/** An order placed, cancelled or returned. */
export const orderEventSchema = choice('action', {
  add: orderAddEventSchema,
  cancel: orderCancelEventSchema,
  return: orderReturnEventSchema,
})

/** Something seen. What was seen travels in `context` (`product`, `category`, `page`). The action is `'view'` unless given. */
export const viewEventSchema = closedObject({
  scope: word('view'),
  action: optional(text),
  data: optional(openObject({})),
  ...about,
})

/** All that can be tracked. */
export const trackEventSchema = choice('scope', {
  basket: basketEventSchema,
  order: orderEventSchema,
  view: viewEventSchema,
})

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
