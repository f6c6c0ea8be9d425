import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { expectExamples } from '../../test/expect-examples.js'
import { restOrders } from '../../test/magento/rest-orders.js'
import { currencies, decimalText, total } from '../../test/minor-units.js'
import { expectOrderOrRefusal } from '../../test/order-or-refusal.js'
import { orderFromRest } from './index.js'

describe('orderFromRest', () => {
  expectExamples(restOrders)

  const item = { item_id: 1, product_id: 1, sku: 'A', qty_ordered: 1, row_total: 10, tax_amount: 2 }
  const order = { increment_id: '1', order_currency_code: 'GBP', grand_total: 12, items: [item] }

  test('refuses an order that does not add up, as with a tax on a tax by law', () => {
    expect(() =>
      orderFromRest({ ...order, grand_total: 14.5, items: [{ ...item, weee_tax_applied_row_amount: 2 }] }),
    ).toThrow('grand_total: expected the sum')
  })

  test('refuses a row without its total', () => {
    expect(() => orderFromRest({ ...order, items: [{ ...item, row_total: null }] })).toThrow(
      'items[0].row_total: expected',
    )
  })
})

const row = fc
  .record({
    net: fc.nat(500_000),
    tax: fc.nat(50_000),
    compensation: fc.nat(1_000),
    off: fc.nat(500_000),
    quantity: fc.integer({ min: 1, max: 9 }),
    kind: fc.constantFrom('simple', 'configurable', 'bundle'),
  })
  .map(({ off, ...line }) => ({ ...line, discount: off % (line.net + 1) }))

const shops = fc.record({
  currency: currencies,
  rows: fc.array(row, { minLength: 1, maxLength: 4 }),
  shipping: row,
})
type Shop = typeof shops extends fc.Arbitrary<infer Shop> ? Shop : never
type Row = Shop['rows'][number]

const paid = ({ net, tax, compensation, discount }: Row) => net + tax + compensation - discount

function documentOf({ currency: [currency, digits], rows, shipping }: Shop) {
  // As JSON has it: numbers.
  const number = (units: number) => Number(decimalText(units, digits))
  const amounts = ({ net, tax, compensation, discount }: Row) => ({
    row_total: number(net),
    tax_amount: number(tax),
    discount_tax_compensation_amount: number(compensation),
    discount_amount: number(discount),
  })
  return {
    increment_id: '1',
    order_currency_code: currency,
    grand_total: number(total([...rows, shipping].map(paid))),
    tax_amount: number(total([...rows, shipping].map(each => each.tax))),
    shipping_amount: number(shipping.net),
    shipping_tax_amount: number(shipping.tax),
    shipping_discount_amount: number(shipping.discount),
    shipping_discount_tax_compensation_amount: number(shipping.compensation),
    items: rows.flatMap((each, index) => {
      const item = {
        item_id: 10 * index + 1,
        product_id: index + 1,
        sku: `S${index}`,
        qty_ordered: each.quantity,
      }
      const child = {
        ...item,
        item_id: item.item_id + 1,
        parent_item_id: item.item_id,
        product_id: 100 + index,
      }
      const nothing = { net: 0, tax: 0, compensation: 0, discount: 0 }
      if (each.kind === 'simple') return [{ ...item, ...amounts(each) }]
      if (each.kind === 'configurable')
        return [
          { ...item, ...amounts(each) },
          { ...child, ...amounts({ ...each, ...nothing }) },
        ]
      return [
        { ...item, ...amounts({ ...each, ...nothing, net: each.net }) },
        { ...child, ...amounts(each) },
      ]
    }),
  }
}

const everyLine = { productId: () => 'p' }

test("10,000 orders of Magento's come back to the cent", { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(shops, shop => {
      const number = (units: number) => Number(decimalText(units, shop.currency[1]))
      const order = orderFromRest(documentOf(shop), everyLine)
      expect(order.order_lines.map(line => line.order_line_total)).toEqual(
        shop.rows.map(each => number(paid(each))),
      )
      expect(order.order_shipping).toBe(number(paid(shop.shipping)))
    }),
    { numRuns: 10_000 },
  )
})

test("what is wrong with an order of Magento's ends in an order that adds up, or in a refusal", {
  timeout: 60_000,
}, () => {
  expectOrderOrRefusal(shops.map(documentOf), document => orderFromRest(document, everyLine))
})
