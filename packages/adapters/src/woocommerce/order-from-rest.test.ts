import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { expectExamples } from '../../test/expect-examples.js'
import { currencies, decimalText, netOf, type Priced, priced, total } from '../../test/minor-units.js'
import { expectOrderOrRefusal } from '../../test/order-or-refusal.js'
import { restOrders } from '../../test/woocommerce/rest-orders.js'
import { orderFromRest } from './index.js'

describe('orderFromRest', () => {
  expectExamples(restOrders)

  test('refuses an order that a gift card made cheaper than its lines', () => {
    const line = { product_id: 1, quantity: 1, total: '20.00', total_tax: '4.00' }
    const order = {
      id: 1,
      currency: 'GBP',
      total: '14.00',
      shipping_total: '0.00',
      shipping_tax: '0.00',
      line_items: [line],
    }
    expect(() => orderFromRest(order)).toThrow('total: expected the sum')
  })

  test('refuses rounded taxes that miss the total, where no rate tells them finer', () => {
    const line = { product_id: 1, quantity: 1, total: '9.97', total_tax: '0.77' }
    const order = {
      id: 1,
      currency: 'USD',
      total: '32.23',
      shipping_total: '0.00',
      shipping_tax: '0.00',
      line_items: [line, line, line],
    }
    expect(() => orderFromRest(order)).toThrow('got a total that differs by 0.01')
  })
})

const shops = fc.record({
  currency: currencies,
  lines: fc.array(priced, { minLength: 1, maxLength: 4 }),
  fees: fc.array(priced, { maxLength: 2 }),
  shipping: priced,
})
type Shop = typeof shops extends fc.Arbitrary<infer Shop> ? Shop : never

const paid = (line: Priced) => netOf(line) + total(line.taxes)

function documentOf({ currency: [currency, digits], lines, fees, shipping }: Shop) {
  const text = (units: number) => decimalText(units, digits)
  const amounts = (line: Priced) => ({
    total: text(netOf(line)),
    total_tax: text(total(line.taxes)),
    taxes: line.taxes.map((units, id) => ({ id, total: text(units) })),
  })
  return {
    id: 1,
    currency,
    total: text(total([...lines, ...fees, shipping].map(paid))),
    total_tax: text(total([...lines, ...fees, shipping].flatMap(line => line.taxes))),
    shipping_total: text(netOf(shipping)),
    shipping_tax: text(total(shipping.taxes)),
    line_items: lines.map((line, index) => ({
      product_id: index,
      variation_id: 0,
      quantity: line.quantity,
      ...amounts(line),
    })),
    shipping_lines: [amounts(shipping)],
    fee_lines: fees.map(fee => ({ name: 'Fee', ...amounts(fee) })),
  }
}

const everyLine = { productId: () => 'p' }

test("10,000 orders of WooCommerce's come back to the cent", { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(shops, shop => {
      const number = (units: number) => Number(decimalText(units, shop.currency[1]))
      const order = orderFromRest(documentOf(shop), everyLine)
      expect(order.order_lines.map(line => line.order_line_total)).toEqual(
        [...shop.lines, ...shop.fees].map(line => number(paid(line))),
      )
      expect(order.order_shipping).toBe(number(paid(shop.shipping)))
    }),
    { numRuns: 10_000 },
  )
})

test("what is wrong with an order of WooCommerce's ends in an order that adds up, or in a refusal", {
  timeout: 60_000,
}, () => {
  expectOrderOrRefusal(shops.map(documentOf), document => orderFromRest(document, everyLine))
})

test('tax rounded at the subtotal is shared by the lines, each less than a cent from its exact total', () => {
  const sixDecimals = fc.tuple(fc.nat(100_000), fc.nat(20_000_000))
  fc.assert(
    fc.property(fc.array(sixDecimals, { minLength: 1, maxLength: 6 }), lines => {
      const exact = lines.map(([net, tax]) => net * 10_000 + tax)
      const document = {
        id: 1,
        currency: 'USD',
        total: decimalText(Math.round(total(exact) / 10_000), 2),
        shipping_total: '0.00',
        shipping_tax: '0.00',
        line_items: lines.map(([net, tax]) => ({
          product_id: 1,
          quantity: 1,
          total: decimalText(net, 2),
          total_tax: decimalText(Math.round(tax / 10_000), 2),
          taxes: [{ id: 1, total: decimalText(tax, 6) }],
        })),
      }
      const order = orderFromRest(document)
      const cents = order.order_lines.map(line => Math.round(Number(line.order_line_total) * 100))
      expect(total(cents)).toBe(Math.round(total(exact) / 10_000))
      // Rounded taxes that add up by themselves are half a cent off at most, others less than one.
      for (const [index, each] of cents.entries())
        expect(Math.abs(each * 10_000 - (exact[index] ?? 0))).toBeLessThan(10_000)
    }),
  )
})
