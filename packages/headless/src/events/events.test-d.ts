import { describe, expectTypeOf, test } from 'vitest'
import type {
  BasketEvent,
  Context,
  Order,
  OrderEvent,
  OrderLine,
  TrackEvent,
  User,
  ViewEvent,
} from '../index.js'

const line = { product_id: 'abc', quantity: 1, order_line_total: 9.99 }
const order = { order_id: 'ABC-123', order_total: 9.99, order_currency: 'USD', order_lines: [line] }

function takes(_: TrackEvent) {}

test('every kind of event fits', () => {
  takes({ scope: 'basket', action: 'add', data: { product_id: 'abc', quantity: 1 } })
  takes({ scope: 'basket', action: 'remove', data: { product_id: 'abc', quantity: 1 } })
  takes({ scope: 'order', action: 'add', data: order })
  takes({ scope: 'order', action: 'cancel', data: { order_id: 'ABC-123' } })
  takes({ scope: 'order', action: 'return', data: { order_id: 'ABC-123' } })
  takes({
    scope: 'order',
    action: 'return',
    data: { order_id: 'ABC-123', order_lines: [{ product_id: 'abc', quantity: 1 }] },
  })
  takes({ scope: 'view' })
  takes({ scope: 'view', action: 'search', data: { term: 'dress' }, context: { page: 'search' } })
})

test('ids fit as numbers, amounts as decimal text', () => {
  takes({ scope: 'basket', action: 'add', data: { product_id: 6560241647794, quantity: '1' } })
  takes({ scope: 'order', action: 'cancel', data: { order_id: 1001 }, request_id: 7 })
  const spelled: Order = {
    order_id: 1001,
    user_id: 7,
    order_total: '9.99',
    order_tax: '1.66',
    order_shipping: '0',
    order_currency: 'USD',
    order_lines: [
      { product_id: 1, variant_id: 2, quantity: '1', unit_rrp: '12.50', order_line_total: '9.99' },
    ],
  }
  expectTypeOf(spelled).toExtend<Order>()
  expectTypeOf({ product: 1, category: 2, page: 3 }).toExtend<Context>()
})

test('fields of the account’s own fit', () => {
  takes({ scope: 'basket', action: 'add', data: { product_id: 'abc', quantity: 1, colour: 'red' } })
  takes({ scope: 'order', action: 'add', data: { ...order, gift: true }, context: { shop_floor: 2 } })
})

test('a readonly order fits, as generated types often are', () => {
  const frozen: Readonly<Omit<typeof order, 'order_lines'>> & {
    readonly order_lines: readonly (typeof line)[]
  } = order
  takes({ scope: 'order', action: 'add', data: frozen })
})

test('lines fit that only the page knows to be there', () => {
  takes({ scope: 'order', action: 'add', data: { ...order, order_lines: [line].filter(Boolean) } })
  const one: [typeof line] = [line]
  takes({ scope: 'order', action: 'add', data: { ...order, order_lines: one } })
  takes({ scope: 'order', action: 'add', data: { ...order, order_lines: [line] as const } })
  takes({ scope: 'order', action: 'return', data: { order_id: 1, order_lines: undefined } })
})

test('a shop’s own interface fits', () => {
  interface ShopLine {
    product_id: number
    quantity: number
    order_line_total: string
    engraving?: string
  }
  interface ShopOrder {
    order_id: string
    order_total: number
    order_currency: 'GBP' | 'USD'
    order_lines: ShopLine[]
    readonly voucher: { code: string } | null
    gift?: boolean | undefined
  }
  interface ShopContext {
    product?: string
    floor: number
  }
  expectTypeOf<ShopOrder>().toExtend<Order>()
  expectTypeOf<ShopLine>().toExtend<OrderLine>()
  expectTypeOf<ShopContext>().toExtend<Context>()
})

test('what may be left out may be undefined, as in a component’s props', () => {
  expectTypeOf<{ product: string | undefined }>().toExtend<Context>()
  expectTypeOf<{
    scope: 'view'
    action: string | undefined
    context: Context | undefined
  }>().toExtend<ViewEvent>()
})

describe('wrong events do not compile:', () => {
  test('without a scope, or with another', () => {
    // @ts-expect-error no scope
    takes({ action: 'add', data: { product_id: 'abc', quantity: 1 } })
    // @ts-expect-error carts are baskets here
    takes({ scope: 'cart', action: 'add', data: { product_id: 'abc', quantity: 1 } })
  })

  test('with an action of another scope', () => {
    // @ts-expect-error orders are cancelled, not baskets
    takes({ scope: 'basket', action: 'cancel', data: { product_id: 'abc', quantity: 1 } })
    // @ts-expect-error nothing is removed from an order
    takes({ scope: 'order', action: 'remove', data: order })
    // @ts-expect-error only a view comes without
    takes({ scope: 'basket', data: { product_id: 'abc', quantity: 1 } })
  })

  test('with data missing', () => {
    // @ts-expect-error no data
    takes({ scope: 'basket', action: 'add' })
    // @ts-expect-error no quantity
    takes({ scope: 'basket', action: 'add', data: { product_id: 'abc' } })
    // @ts-expect-error no product_id
    takes({ scope: 'basket', action: 'add', data: { quantity: 1 } })
    // @ts-expect-error no order_id
    takes({ scope: 'order', action: 'cancel', data: {} })
    // @ts-expect-error no currency
    takes({ scope: 'order', action: 'add', data: { order_id: 1, order_total: 1, order_lines: [line] } })
    // @ts-expect-error no lines
    takes({ scope: 'order', action: 'add', data: { order_id: 1, order_total: 1, order_currency: 'USD' } })
    const unpriced = { product_id: 'abc', quantity: 1 }
    // @ts-expect-error a line placed says what it cost
    takes({ scope: 'order', action: 'add', data: { ...order, order_lines: [unpriced] } })
  })

  test('with data of the wrong type', () => {
    // @ts-expect-error data is an object
    takes({ scope: 'basket', action: 'add', data: 'abc' })
    // @ts-expect-error an id is no boolean
    takes({ scope: 'basket', action: 'add', data: { product_id: true, quantity: 1 } })
    // @ts-expect-error an id may be missing in the shop's types
    takes({
      scope: 'basket',
      action: 'add',
      data: { product_id: order.order_id as string | null, quantity: 1 },
    })
    // @ts-expect-error text is no currency's number
    takes({ scope: 'order', action: 'add', data: { ...order, order_currency: 840 } })
    // @ts-expect-error one line is no list
    takes({ scope: 'order', action: 'add', data: { ...order, order_lines: line } })
  })

  test('with a list in the place of an object', () => {
    // @ts-expect-error data is an object
    takes({ scope: 'view', data: [] })
    // @ts-expect-error data is an object
    takes({ scope: 'basket', action: 'add', data: [line] })
    // @ts-expect-error context is an object
    takes({ scope: 'view', context: [] })
    // @ts-expect-error context is an object
    expectTypeOf<string[]>().toExtend<Context>()
  })

  test('with a list of no lines', () => {
    // @ts-expect-error an order has a line
    takes({ scope: 'order', action: 'add', data: { ...order, order_lines: [] } })
    // @ts-expect-error without lines the whole order came back
    takes({ scope: 'order', action: 'return', data: { order_id: 1, order_lines: [] } })
  })

  test('with keys that nobody knows', () => {
    // @ts-expect-error who the visitor is, the client knows
    takes({ scope: 'view', user: { uid: 'a', sid: 'b' } })
    // @ts-expect-error a cancelled order is named, no more
    takes({ scope: 'order', action: 'cancel', data: { order_id: 'ABC-123', reason: 'too small' } })
  })
})

test('an event is one of three kinds', () => {
  expectTypeOf<TrackEvent>().toEqualTypeOf<BasketEvent | OrderEvent | ViewEvent>()
  expectTypeOf<User>().toEqualTypeOf<{ uid: string; sid: string }>()
})
