import { describe, expect, test } from 'vitest'
import { expectExamples } from '../../test/expect-examples.js'
import { customerAccountOrders } from '../../test/shopify/customer-account-orders.js'
import { orderFromCustomerAccount } from './index.js'

describe('orderFromCustomerAccount', () => {
  expectExamples(customerAccountOrders)

  const euros = (amount: string) => ({ amount, currencyCode: 'EUR' })
  const sale = {
    __typename: 'ProductSale',
    quantity: 1,
    totalAmount: euros('10.00'),
    lineItem: { productId: 'P1' },
  }
  const order = (sales: (typeof sale)[], total: string) => ({
    id: 'gid://shopify/Order/1',
    soldInformation: { total: euros(total) },
    agreements: {
      nodes: [
        { __typename: 'OrderAgreement', sales: { nodes: sales } },
        { __typename: 'OrderEditAgreement' },
      ],
    },
  })

  test('keeps an id that is no global id of Shopify as it is', () => {
    expect(orderFromCustomerAccount(order([sale], '10.00')).order_lines[0]).toHaveProperty('product_id', 'P1')
  })

  test('refuses an order that an edit made dearer since', () => {
    expect(() => orderFromCustomerAccount(order([sale], '12.00'))).toThrow(
      'soldInformation.total: expected the sum',
    )
  })

  test('refuses a sale in another currency', () => {
    const other = { ...sale, totalAmount: { amount: '10.00', currencyCode: 'USD' } }
    expect(() => orderFromCustomerAccount(order([other], '10.00'))).toThrow(
      'agreements.nodes[0].sales.nodes[0].totalAmount.currencyCode: expected the order',
    )
  })

  test('asks the options with the sale', () => {
    const mapped = orderFromCustomerAccount(order([sale], '10.00'), {
      productId: sale => `eu:${sale.lineItem?.productId}`,
    })
    expect(mapped.order_lines[0]).toHaveProperty('product_id', 'eu:P1')
  })
})
