import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { orders } from '../../test/commercetools/orders.js'
import { expectExamples } from '../../test/expect-examples.js'
import { currencies, decimalText, netOf, type Priced, priced, total } from '../../test/minor-units.js'
import { expectOrderOrRefusal } from '../../test/order-or-refusal.js'
import { orderFromCommercetools } from './index.js'

describe('orderFromCommercetools', () => {
  expectExamples(orders)

  const cents = (centAmount: number, currencyCode = 'EUR') => ({ centAmount, currencyCode })
  const line = { productId: 'p', name: {}, variant: {}, quantity: 1, totalPrice: cents(1000) }
  const order = { id: '1', totalPrice: cents(1000), lineItems: [line] }

  test('knows the minor unit of a currency where the money does not say', () => {
    expect(orderFromCommercetools(order)).toMatchObject({ order_total: 10 })
  })

  test('refuses a currency whose minor unit nobody knows', () => {
    const points = { ...order, totalPrice: cents(1000, 'PTS') }
    expect(() => orderFromCommercetools(points)).toThrow(
      'totalPrice.fractionDigits: expected a whole number of decimals, got nothing',
    )
  })

  test('refuses a line without its tax, where the order has taxes', () => {
    const taxedPrice = { totalGross: cents(1190) }
    expect(() => orderFromCommercetools({ ...order, taxedPrice })).toThrow(
      'lineItems[0].taxedPrice: expected the price with tax',
    )
  })

  test('refuses parts of a cent', () => {
    expect(() => orderFromCommercetools({ ...order, totalPrice: cents(1000.5) })).toThrow(
      'totalPrice.centAmount: expected a whole number',
    )
  })
})

const shops = fc.record({
  currency: currencies,
  lines: fc.array(priced, { minLength: 1, maxLength: 4 }),
  custom: fc.array(priced, { maxLength: 2 }),
  shipping: priced,
  inPortions: fc.boolean(),
})
type Shop = typeof shops extends fc.Arbitrary<infer Shop> ? Shop : never

const gross = (line: Priced) => netOf(line) + total(line.taxes)

function documentOf({ currency: [currencyCode, fractionDigits], lines, custom, shipping, inPortions }: Shop) {
  const money = (centAmount: number) => ({ type: 'centPrecision', centAmount, currencyCode, fractionDigits })
  const taxed = (units: number, tax = 0) => ({ totalGross: money(units), totalTax: money(tax) })
  const pricedAs = (line: Priced) => {
    const half = Math.floor(gross(line) / 2)
    const whole = { taxedPrice: taxed(gross(line), total(line.taxes)), taxedPricePortions: [] }
    const portions = {
      taxedPricePortions: [{ taxedPrice: taxed(half) }, { taxedPrice: taxed(gross(line) - half) }],
    }
    return {
      totalPrice: money(netOf(line)),
      quantity: line.quantity,
      name: {},
      ...(inPortions ? portions : whole),
    }
  }
  return {
    id: '1',
    totalPrice: money(total([...lines, ...custom, shipping].map(netOf))),
    taxedPrice: taxed(
      total([...lines, ...custom, shipping].map(gross)),
      total([...lines, ...custom, shipping].flatMap(line => line.taxes)),
    ),
    shippingInfo: { price: money(netOf(shipping)), taxedPrice: taxed(gross(shipping)) },
    lineItems: lines.map((line, index) => ({
      productId: `p${index}`,
      variant: { id: 1 },
      ...pricedAs(line),
    })),
    customLineItems: custom.map(pricedAs),
  }
}

const everyLine = { productId: () => 'p' }

test("10,000 orders of commercetools' come back to the cent", { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(shops, shop => {
      const number = (units: number) => Number(decimalText(units, shop.currency[1]))
      const order = orderFromCommercetools(documentOf(shop), everyLine)
      expect(order.order_lines.map(line => line.order_line_total)).toEqual(
        [...shop.lines, ...shop.custom].map(line => number(gross(line))),
      )
      expect(order.order_shipping).toBe(number(gross(shop.shipping)))
    }),
    { numRuns: 10_000 },
  )
})

test("what is wrong with an order of commercetools' ends in an order that adds up, or in a refusal", {
  timeout: 60_000,
}, () => {
  expectOrderOrRefusal(shops.map(documentOf), document => orderFromCommercetools(document, everyLine))
})
