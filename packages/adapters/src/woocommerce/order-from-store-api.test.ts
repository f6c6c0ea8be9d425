import { describe, expect, test } from 'vitest'
import { expectExamples } from '../../test/expect-examples.js'
import { storeApiOrders } from '../../test/woocommerce/store-api-orders.js'
import { orderFromStoreApi } from './index.js'

describe('orderFromStoreApi', () => {
  expectExamples(storeApiOrders)

  const pounds = { currency_code: 'GBP', currency_minor_unit: 2 }
  const item = {
    id: 27,
    quantity: 2,
    sku: 'CUP',
    totals: { ...pounds, line_total: '1683', line_total_tax: '337' },
  }
  const totals = {
    ...pounds,
    total_price: '2020',
    total_tax: '337',
    total_shipping: '0',
    total_shipping_tax: '0',
  }

  test('refuses amounts that are no whole pennies', () => {
    const document = { id: 1, items: [item], totals: { ...totals, total_price: '20.20' } }
    expect(() => orderFromStoreApi(document, { productId: () => 'CUP' })).toThrow(
      'totals.total_price: expected a whole number of minor units, got text.',
    )
  })

  test('refuses an order whose lines miss its total', () => {
    const document = { id: 1, items: [item], totals: { ...totals, total_price: '2021' } }
    expect(() => orderFromStoreApi(document, { productId: () => 'CUP' })).toThrow('differs by 0.01')
  })

  test('refuses an order of which no line is named', () => {
    const document = { id: 1, items: [item], totals }
    expect(() => orderFromStoreApi(document, { productId: () => undefined })).toThrow(
      'items: expected at least one line',
    )
  })
})
