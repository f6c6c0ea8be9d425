import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { v2Orders } from '../../test/bigcommerce/v2-orders.js'
import { expectExamples } from '../../test/expect-examples.js'
import { currencies, decimalText, netOf, priced, total } from '../../test/minor-units.js'
import { expectOrderOrRefusal } from '../../test/order-or-refusal.js'
import { orderFromV2 } from './index.js'

describe('orderFromV2', () => {
  expectExamples(v2Orders)

  const order = {
    id: 1,
    default_currency_code: 'GBP',
    total_inc_tax: '10.0000',
    shipping_cost_inc_tax: '0.0000',
  }
  const product = { product_id: 1, quantity: 1, discounted_total_inc_tax: '10.0000' }

  test('names the product that something is wrong with', () => {
    const { discounted_total_inc_tax: _, ...old } = product
    expect(() => orderFromV2(order, [product, old as never])).toThrow(
      'products[1].discounted_total_inc_tax: expected',
    )
  })

  test('refuses an order with a fee that was not asked for', () => {
    const withFee = { ...order, total_inc_tax: '14.0000', fees: { resource: '/orders/1/fees' } }
    expect(() => orderFromV2(withFee, [product])).toThrow('total_inc_tax: expected the sum')
  })

  test('keeps decimals that an unknown currency has, where they add up', () => {
    const unknown = { ...order, default_currency_code: 'GOLD', total_inc_tax: '10.0001' }
    const mapped = orderFromV2(unknown, [{ ...product, discounted_total_inc_tax: '10.0001' }])
    expect(mapped).toMatchObject({ order_currency: 'GOLD', order_total: 10.0001 })
    expect(() =>
      orderFromV2({ ...unknown, total_inc_tax: '10.0000' }, [
        product,
        { ...product, discounted_total_inc_tax: '0.0001' },
      ]),
    ).toThrow('differs by -0.0001')
  })
})

const shops = fc.record({
  currency: currencies,
  lines: fc.array(priced, { minLength: 1, maxLength: 4 }),
  fees: fc.array(fc.nat(10_000), { maxLength: 2 }),
  shipping: fc.nat(10_000),
  wrapping: fc.nat(10_000),
})
type Shop = typeof shops extends fc.Arbitrary<infer Shop> ? Shop : never

/** With the four decimals that BigCommerce writes. */
const documentsOf = (
  { currency: [currency, digits], lines, fees, shipping, wrapping }: Shop,
  wrapped = wrapping,
) => {
  const text = (units: number) => decimalText(units * 10 ** (4 - digits), 4)
  return {
    order: {
      id: 1,
      customer_id: 0,
      default_currency_code: currency,
      total_inc_tax: text(total([...lines.map(netOf), ...fees, shipping, wrapped])),
      shipping_cost_inc_tax: text(shipping),
      wrapping_cost_inc_tax: text(wrapped),
      fees: fees.map(units => ({ cost_inc_tax: text(units) })),
    },
    products: lines.map((line, index) => ({
      product_id: index,
      variant_id: 1,
      quantity: line.quantity,
      discounted_total_inc_tax: text(netOf(line)),
    })),
  }
}

const everyLine = { productId: () => 'p' }

test("10,000 orders of BigCommerce's come back to the cent", { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(shops, shop => {
      const number = (units: number) => Number(decimalText(units, shop.currency[1]))
      const { order, products } = documentsOf(shop)
      const mapped = orderFromV2(order, products, everyLine)
      expect(mapped.order_lines.map(line => line.order_line_total)).toEqual(
        [...shop.lines.map(netOf), ...shop.fees].map(number),
      )
      expect(mapped.order_shipping).toBe(number(shop.shipping))
      expect(mapped.order_total).toBe(
        number(total([...shop.lines.map(netOf), ...shop.fees, shop.shipping, shop.wrapping])),
      )
    }),
    { numRuns: 10_000 },
  )
})

test("what is wrong with an order of BigCommerce's ends in an order that adds up, or in a refusal", {
  timeout: 60_000,
}, () => {
  const documents = shops.map(shop => {
    const { order, products } = documentsOf(shop, 0)
    const { wrapping_cost_inc_tax: _, ...unwrapped } = order
    return { order: unwrapped, products }
  })
  expectOrderOrRefusal(documents, ({ order, products }) => orderFromV2(order, products, everyLine))
})
