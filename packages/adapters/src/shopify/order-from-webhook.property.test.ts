import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { currencies, decimalText, netOf, type Priced, priced, total } from '../../test/minor-units.js'
import { expectOrderOrRefusal } from '../../test/order-or-refusal.js'
import { orderFromWebhook } from './index.js'

const shops = fc.record({
  currency: currencies,
  taxes_included: fc.boolean(),
  lines: fc.array(priced, { minLength: 1, maxLength: 4 }),
  shipping: fc.array(priced, { maxLength: 2 }),
})

type Shop = typeof shops extends fc.Arbitrary<infer Shop> ? Shop : never

/** What the shopper pays for a line or for shipping, in minor units. */
const paid = (line: Priced, { taxes_included }: Shop) =>
  netOf(line) + (taxes_included ? 0 : total(line.taxes))

function documentOf(shop: Shop) {
  const [currency, digits] = shop.currency
  const text = (units: number) => decimalText(units, digits)
  const parts = ({ discounts, taxes }: Priced) => ({
    discount_allocations: discounts.map(units => ({ amount: text(units) })),
    tax_lines: taxes.map(units => ({ price: text(units) })),
  })
  const { taxes_included, lines, shipping } = shop
  return {
    id: 1,
    currency,
    taxes_included,
    total_price: text(total([...lines, ...shipping].map(line => paid(line, shop)))),
    total_tax: text(total([...lines, ...shipping].flatMap(line => line.taxes))),
    line_items: lines.map((line, index) => ({
      product_id: index === 1 ? null : index + 1,
      variant_id: 100 + index,
      sku: null,
      quantity: line.quantity,
      price: text(line.price),
      gift_card: index === 2,
      ...parts(line),
    })),
    shipping_lines: shipping.map(line => ({ price: text(line.price * line.quantity), ...parts(line) })),
  }
}

const everyLine = { productId: () => 'p' }

test("10,000 orders of Shopify's come back to the cent", { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(shops, shop => {
      const [, digits] = shop.currency
      const number = (units: number) => Number(decimalText(units, digits))
      const order = orderFromWebhook(documentOf(shop), everyLine)
      expect(order.order_lines.map(line => line.order_line_total)).toEqual(
        shop.lines.map(line => number(paid(line, shop))),
      )
      expect(order.order_shipping).toBe(number(total(shop.shipping.map(line => paid(line, shop)))))
    }),
    { numRuns: 10_000 },
  )
})

test("what is wrong with an order of Shopify's ends in an order that adds up, or in a refusal", {
  timeout: 60_000,
}, () => {
  expectOrderOrRefusal(shops.map(documentOf), document => orderFromWebhook(document, everyLine))
})
