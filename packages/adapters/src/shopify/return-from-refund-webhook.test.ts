import { describe, expect, test } from 'vitest'
import { frozen } from '../../test/example.js'
import { issuesAtTheMock } from '../../test/expect-examples.js'
import { returnFromRefundWebhook } from './index.js'

// https://shopify.dev/docs/api/admin-rest/latest/resources/refund
const dress = {
  id: 11,
  product_id: 1,
  variant_id: 101,
  sku: 'DRESS',
  title: 'Dress',
  quantity: 3,
  price: '24.99',
  gift_card: false,
}
const belt = {
  id: 12,
  product_id: 2,
  variant_id: 102,
  sku: null,
  title: 'Belt',
  quantity: 1,
  price: '12.50',
  gift_card: false,
}
const back = (line_item: typeof dress | typeof belt, quantity: number, restock_type = 'return') => ({
  id: 1,
  line_item_id: line_item.id,
  line_item,
  quantity,
  restock_type,
  subtotal: 12.5,
  total_tax: 2.08,
})
const refund = (...refund_line_items: ReturnType<typeof back>[]) =>
  frozen({
    id: 929361464,
    order_id: 5678901234001,
    refund_line_items,
    order_adjustments: [],
    transactions: [],
  })

const returned = { product_id: '1', product_name: 'Dress', variant_id: '101', variant_sku: 'DRESS' }

describe('returnFromRefundWebhook', () => {
  test.each([
    ['two of three came back', refund(back(dress, 2)), [{ ...returned, quantity: 2 }]],
    [
      'all came back',
      refund(back(dress, 3), back(belt, 1)),
      [
        { ...returned, quantity: 3 },
        { product_id: '2', product_name: 'Belt', variant_id: '102', quantity: 1 },
      ],
    ],
    [
      'it came back broken, and was not put into stock',
      refund(back(dress, 1, 'no_restock')),
      [{ ...returned, quantity: 1 }],
    ],
    [
      'one came back, another was never sent',
      refund(back(dress, 1), back(belt, 1, 'cancel')),
      [{ ...returned, quantity: 1 }],
    ],
    [
      'a gift card and a deleted product are no products',
      refund(
        back(dress, 1),
        back({ ...dress, gift_card: true }, 1),
        back({ ...belt, product_id: null as never }, 1),
      ),
      [{ ...returned, quantity: 1 }],
    ],
  ])('%s', async (_, document, order_lines) => {
    const data = returnFromRefundWebhook(document)
    expect(data).toStrictEqual({ order_id: '5678901234001', order_lines })
    expect(await issuesAtTheMock({ scope: 'order', action: 'return', data })).toEqual([])
  })

  test.each([
    ['money alone was given back', refund()],
    ['the order was cancelled before it was sent', refund(back(dress, 3, 'cancel'))],
    ['a gift card was given back', refund(back({ ...dress, gift_card: true }, 1))],
  ])('is undefined where %s', (_, document) => {
    expect(returnFromRefundWebhook(document)).toBeUndefined()
  })

  test('refuses a refund without its lines', () => {
    expect(() => returnFromRefundWebhook({ order_id: 1 } as never)).toThrow(
      'refund_line_items: expected a list, got nothing',
    )
  })

  test('takes the ids that the shop names', () => {
    const data = returnFromRefundWebhook(refund(back(dress, 1)), {
      productId: line => line.sku,
      orderId: () => 'A-1',
    })
    expect(data).toMatchObject({ order_id: 'A-1', order_lines: [{ product_id: 'DRESS' }] })
  })
})
