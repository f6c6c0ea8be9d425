import { describe, expect, test } from 'vitest'
import { expectExamples } from '../../test/expect-examples.js'
import { webhookOrders } from '../../test/shopify/webhook-orders.js'
import { OmetriaMappingError } from '../mapping-error.js'
import { orderFromWebhook } from './index.js'

describe('orderFromWebhook', () => {
  expectExamples(webhookOrders)

  const line = { product_id: 1, quantity: 2, price: '10.10', title: 'Cup', sku: 'CUP', variant_id: 11 }
  const order = { id: 1, currency: 'GBP', taxes_included: true, total_price: '20.20', line_items: [line] }
  const refusal = (change: object, options = {}) => {
    try {
      orderFromWebhook({ ...order, ...change }, options)
      return undefined
    } catch (error) {
      return error
    }
  }
  const refused = (path: string, expected: string) => expect.objectContaining({ path, expected })

  test('refuses an order that does not add up, and says by how much', () => {
    const error = refusal({ total_price: '20.21' })
    expect(error).toBeInstanceOf(OmetriaMappingError)
    expect(error).toHaveProperty('path', 'total_price')
    expect(error).toHaveProperty(
      'message',
      'total_price: expected the sum of the lines, the shipping and what belongs to no product, got a total that differs by 0.01.',
    )
  })

  test.each([
    [{ total_price: undefined }, 'total_price', "an amount, such as '49.99', of at most 15 digits"],
    [{ total_price: '-20.20' }, 'total_price', 'an amount of 0 or more'],
    [{ taxes_included: undefined }, 'taxes_included', 'true or false'],
    [{ id: null }, 'id', 'an id'],
    [{ line_items: undefined }, 'line_items', 'a list'],
    [
      { line_items: [{ ...line, price: '1e3' }] },
      'line_items[0].price',
      "an amount, such as '49.99', of at most 15 digits",
    ],
    [{ line_items: [line, { ...line, quantity: -1 }] }, 'line_items[1].quantity', 'a quantity of 0 or more'],
    [{ line_items: [], total_price: '0.00' }, 'line_items', 'at least one line with a product'],
    [{ line_items: [{ ...line, product_id: null }] }, 'line_items', 'at least one line with a product'],
    [{ line_items: ['a cup'] }, 'line_items[0]', 'an object'],
  ])('refuses %j, and names the path', (change, path, expected) => {
    expect(refusal(change)).toEqual(refused(path, expected))
  })

  test('refuses a line whose discounts are larger than its price', () => {
    const line_items = [
      { ...line, discount_allocations: [{ amount: '30.00' }] },
      { ...line, price: '15.00' },
    ]
    expect(refusal({ line_items })).toEqual(refused('line_items[0]', 'a line that costs 0 or more'))
  })

  test('never mixes currencies', () => {
    const set = {
      shop_money: { amount: '1.00', currency_code: 'GBP' },
      presentment_money: { amount: '1.20', currency_code: 'EUR' },
    }
    expect(refusal({ presentment_currency: 'USD', total_price_set: set }, { money: 'presentment' })).toEqual(
      refused('total_price_set.presentment_money.currency_code', "the order's currency, USD"),
    )
  })

  test('holds nothing of the document in its message', () => {
    expect(String(refusal({ total_price: 'Ada Lovelace' }))).not.toContain('Ada')
  })

  test('takes the ids that the shop names, for lines of no product too', () => {
    const document = {
      ...order,
      name: '#1001',
      total_price: '23.20',
      line_items: [line, { ...line, product_id: null, sku: 'WRAP', price: '3.00', quantity: 1 }],
    }
    const mapped = orderFromWebhook(document, {
      orderId: order => order.name,
      productId: line => line.sku,
      variantId: () => undefined,
      userId: () => 'ada',
    })
    expect(mapped).toMatchObject({ order_id: '#1001', user_id: 'ada' })
    expect(mapped.order_lines).toStrictEqual([
      { product_id: 'CUP', product_name: 'Cup', variant_sku: 'CUP', quantity: 2, order_line_total: 20.2 },
      { product_id: 'WRAP', product_name: 'Cup', variant_sku: 'WRAP', quantity: 1, order_line_total: 3 },
    ])
  })
})
