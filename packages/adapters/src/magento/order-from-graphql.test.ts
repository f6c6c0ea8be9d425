import { parse } from 'graphql'
import { describe, expect, test } from 'vitest'
import { expectExamples } from '../../test/expect-examples.js'
import { graphqlOrders } from '../../test/magento/graphql-orders.js'
import { orderFragment, orderFromGraphQL } from './index.js'

describe('orderFromGraphQL', () => {
  expectExamples(graphqlOrders)

  test('refuses an order whose discounts took tax off with them, which no row tells', () => {
    const pounds = (value: number) => ({ value, currency: 'GBP' })
    const item = {
      quantity_ordered: 1,
      product: { uid: 'MQ==' },
      prices: { row_total_including_tax: pounds(120) },
      discounts: [{ amount: pounds(10) }],
    }
    const order = { number: '1', total: { grand_total: pounds(108), total_tax: pounds(18) }, items: [item] }
    expect(() => orderFromGraphQL(order)).toThrow('total.grand_total: expected the sum')
  })

  test('its fragment is GraphQL', () => {
    expect(parse(orderFragment).definitions).toHaveLength(1)
  })
})
