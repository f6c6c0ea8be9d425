import type { InputOf, OutputOf } from './reader.js'
import { choice, closedObject, list, openObject, optional } from './shapes.js'
import { amount, id, quantity, requestId, text, word } from './wire-values.js'

// What an event may hold, as functions that read it. Why no zod here: docs/decisions/readers.md.

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
export const orderLine = openObject(line)

const returnedLine = openObject({ ...line, order_line_total: optional(amount) })

/** A placed order. */
export const order = openObject({
  order_id: id,
  /** The shop's own id of the customer. */
  user_id: optional(id),
  /** All that was paid: the lines, which include tax, and shipping. */
  order_total: amount,
  order_tax: optional(amount),
  order_shipping: optional(amount),
  /** ISO 4217, such as `'USD'`. */
  order_currency: text,
  order_lines: list('at least one line', orderLine),
})

/** Where it happened. */
export const context = openObject({
  category: optional(id),
  product: optional(id),
  page: optional(id),
  page_url: optional(text),
  user_agent: optional(text),
  language: optional(text),
  currency: optional(text),
})

/** The visitor: `uid` stays, `sid` ends with the visit. */
export const user = closedObject({ uid: text, sid: text })

const about = { context: optional(context), request_id: optional(requestId) }

/** Something put into the basket, or taken out. */
export const basketEvent = closedObject({
  scope: word('basket'),
  action: word('add', 'remove'),
  data: openObject({ product_id: id, quantity }),
  ...about,
})

export const orderAddEvent = closedObject({
  scope: word('order'),
  action: word('add'),
  data: order,
  ...about,
})

export const orderCancelEvent = closedObject({
  scope: word('order'),
  action: word('cancel'),
  data: closedObject({ order_id: id }),
  ...about,
})

/** Without `order_lines` the whole order came back; with them, those lines. */
export const orderReturnEvent = closedObject({
  scope: word('order'),
  action: word('return'),
  data: openObject({ order_id: id, order_lines: optional(list('at least one line', returnedLine)) }),
  ...about,
})

/** An order placed, cancelled or returned. */
export const orderEvent = choice('action', {
  add: orderAddEvent,
  cancel: orderCancelEvent,
  return: orderReturnEvent,
})

/** Something seen. What was seen travels in `context` (`product`, `category`, `page`). The action is `'view'` unless given. */
export const viewEvent = closedObject({
  scope: word('view'),
  action: optional(text),
  data: optional(openObject({})),
  ...about,
})

/** All that can be tracked. */
export const trackEvent = choice('scope', {
  basket: basketEvent,
  order: orderEvent,
  view: viewEvent,
})

/** One line of an order. Ids may be numbers, amounts decimal text. */
export type OrderLine = InputOf<typeof orderLine>
/** A placed order. `order_total` is all that was paid: the lines, which include tax, and shipping. */
export type Order = InputOf<typeof order>
/** Where an event happened: the product, the category, the kind of page. */
export type Context = InputOf<typeof context>
/** The visitor: `uid` stays, `sid` ends with the visit. */
export type User = OutputOf<typeof user>
/** Something put into the basket, or taken out. */
export type BasketEvent = InputOf<typeof basketEvent>
/** An order placed, cancelled or returned. */
export type OrderEvent = InputOf<typeof orderEvent>
/** Something seen. What was seen stands in `context`. */
export type ViewEvent = InputOf<typeof viewEvent>
/** All that can be tracked, in the words of Ometria's own reference. */
export type TrackEvent = BasketEvent | OrderEvent | ViewEvent

export type ParsedContext = OutputOf<typeof context>

/** The same with ids as strings and amounts as numbers: what goes on the wire. */
export type ParsedEvent = OutputOf<typeof trackEvent>
