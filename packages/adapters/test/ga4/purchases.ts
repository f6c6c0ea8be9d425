import { orderFromPurchase } from '../../src/ga4/index.js'
import { type Example, example } from '../example.js'

const source = 'https://developers.google.com/analytics/devguides/collection/ga4/reference/events#purchase'

export const purchases: Example[] = [
  example({
    title: 'A data layer whose prices have tax in them, and whose value is the items alone',
    source,
    document: {
      event: 'purchase',
      ecommerce: {
        transaction_id: 'T-1001',
        affiliation: 'Shop',
        value: 56.23,
        tax: 10.2,
        shipping: 4.99,
        currency: 'GBP',
        coupon: 'HELLO10',
        items: [
          {
            item_id: 'DRESS',
            item_name: 'Dress',
            item_variant: 'red',
            price: 22.49,
            discount: 2.5,
            quantity: 2,
          },
          { item_id: 'BELT', item_name: 'Belt', price: 11.25, discount: 1.25, quantity: 1 },
        ],
      },
    },
    map: document => orderFromPurchase(document, { taxIncluded: true }),
    total: '61.22',
    expected: {
      order_id: 'T-1001',
      order_total: 61.22, // 44.98 + 11.25 + 4.99
      order_tax: 10.2,
      order_shipping: 4.99,
      order_currency: 'GBP',
      order_lines: [
        { product_id: 'DRESS', product_name: 'Dress', quantity: 2, order_line_total: 44.98 },
        { product_id: 'BELT', product_name: 'Belt', quantity: 1, order_line_total: 11.25 },
      ],
    },
  }),

  example({
    title: 'Prices without tax, no shipping, and one item that the tax is of',
    source,
    document: {
      transaction_id: 'T-1002',
      value: 30.3,
      tax: 2.35,
      shipping: 0,
      currency: 'USD',
      items: [{ item_id: 'CUP', item_name: 'Cup', price: '10.10', quantity: '3' }],
    },
    map: document => orderFromPurchase(document, { taxIncluded: false }),
    total: '32.65',
    expected: {
      order_id: 'T-1002',
      order_total: 32.65,
      order_tax: 2.35,
      order_shipping: 0,
      order_currency: 'USD',
      order_lines: [{ product_id: 'CUP', product_name: 'Cup', quantity: 3, order_line_total: 32.65 }],
    },
  }),

  example({
    title: 'Prices without tax, which is shared out, since the shop says so',
    source,
    document: {
      ecommerce: {
        transaction_id: 1003,
        value: 39.99,
        tax: 4.01,
        shipping: 5,
        currency: 'USD',
        items: [
          { item_id: 'A', price: 9.99, quantity: 2 },
          { item_id: 'B', price: 15.01 },
        ],
      },
    },
    map: document => orderFromPurchase(document, { taxIncluded: false, prorateTax: true }),
    total: '44',
    expected: {
      order_id: '1003',
      order_total: 44, // 19.98 + 15.01 + 5.00 + 4.01
      order_tax: 4.01,
      order_shipping: 5.5, // 5.00 × 44.00 / 39.99 = 5.5014
      order_currency: 'USD',
      order_lines: [
        { product_id: 'A', quantity: 2, order_line_total: 21.98 }, // 19.98 × 44.00 / 39.99 = 21.9835
        { product_id: 'B', quantity: 1, order_line_total: 16.52 }, // 15.01 × 44.00 / 39.99 = 16.5151: lost most, so it gets the missing cent
      ],
    },
  }),

  example({
    title: 'Yen, an item without an id, and a value with everything in it',
    source,
    document: {
      transaction_id: 'T-1004',
      value: 7810,
      tax: 710,
      shipping: 550,
      currency: 'JPY',
      items: [
        { item_id: 'FURO', item_name: 'Furoshiki', price: 1980, quantity: 3 },
        { item_name: 'Gift wrap', price: 1320, quantity: 1 },
      ],
    },
    map: document => orderFromPurchase(document, { taxIncluded: true }),
    total: '7810',
    leftOut: '1320',
    expected: {
      order_id: 'T-1004',
      order_total: 7810, // 5940 + 550 + 1320
      order_tax: 710,
      order_shipping: 550,
      order_currency: 'JPY',
      order_lines: [{ product_id: 'FURO', product_name: 'Furoshiki', quantity: 3, order_line_total: 5940 }],
    },
  }),

  example({
    title: 'Dinars, no tax, no shipping told, a price of one that was divided',
    source,
    document: {
      event: 'purchase',
      ecommerce: {
        transaction_id: 'T-1005',
        value: 21.375000000000004,
        tax: 0,
        currency: 'KWD',
        items: [{ item_id: 'OUD', item_name: 'Oud', price: 3.053571428571429, quantity: 7 }],
      },
    },
    map: document => orderFromPurchase(document, { taxIncluded: false, userId: () => 'ada' }),
    total: '21.375',
    expected: {
      order_id: 'T-1005',
      user_id: 'ada',
      order_total: 21.375, // 7 × 3.05357142857143 = 21.37500000000001
      order_tax: 0,
      order_currency: 'KWD',
      order_lines: [{ product_id: 'OUD', product_name: 'Oud', quantity: 7, order_line_total: 21.375 }],
    },
  }),
]
