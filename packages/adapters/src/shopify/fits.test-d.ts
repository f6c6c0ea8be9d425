import type { Order as CustomerAccountOrder } from '@shopify/hydrogen-react/customer-account-api-types'
import type { CartInput, Order as StorefrontOrder } from '@shopify/hydrogen-react/storefront-api-types'
import type { Order, TrackEvent } from 'ometria-headless'
import { expectTypeOf, test } from 'vitest'
import {
  cancelFromWebhook,
  cartAttributes,
  orderFromCustomerAccount,
  orderFromStorefront,
  orderFromWebhook,
  returnFromRefundWebhook,
  type ShopifyOrder,
} from './index.js'

test("Shopify's own types fit", () => {
  expectTypeOf(orderFromCustomerAccount<CustomerAccountOrder>).returns.toEqualTypeOf<Order>()
  expectTypeOf(orderFromStorefront<StorefrontOrder>).returns.toEqualTypeOf<Order>()
  expectTypeOf(cartAttributes(null)).toExtend<NonNullable<CartInput['attributes']>>()
})

test('the options are asked with the type of the document that was given', () => {
  const order = {} as ShopifyOrder & { name: string; line_items: { vendor: string }[] }
  orderFromWebhook(order, { orderId: order => order.name, productId: line => line.vendor })
  // @ts-expect-error: lines have no such field
  orderFromWebhook(order, { productId: line => line.nothing })
})

test('what is not in a document is a mistake', () => {
  // @ts-expect-error: an order has lines
  orderFromWebhook({ id: 1, currency: 'GBP', taxes_included: true, total_price: '1.00' })
})

test('cancels and returns are data of events', () => {
  const refund = returnFromRefundWebhook({ order_id: 1, refund_line_items: [] })
  const cancelled: TrackEvent = { scope: 'order', action: 'cancel', data: cancelFromWebhook({ id: 1 }) }
  if (refund) expectTypeOf({ scope: 'order', action: 'return', data: refund } as const).toExtend<TrackEvent>()
  return cancelled
})
