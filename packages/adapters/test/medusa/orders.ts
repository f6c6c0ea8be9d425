import { orderFromMedusa } from '../../src/medusa/index.js'
import { type Example, example } from '../example.js'

const source = 'https://docs.medusajs.com/resources/commerce-modules/order/order-totals'

export const orders: Example[] = [
  example({
    title: 'Prices with tax, a promotion, a price to compare with',
    source,
    document: {
      id: 'order_01JA',
      display_id: 7,
      customer_id: 'cus_01JA',
      currency_code: 'gbp',
      total: 61.22,
      tax_total: 10.2,
      shipping_total: 4.99,
      discount_total: 6.25,
      items: [
        {
          product_id: 'prod_1',
          product_title: 'Dress',
          title: 'Red / 10',
          variant_id: 'variant_1',
          variant_sku: 'DRESS-10',
          quantity: 2,
          is_tax_inclusive: true,
          unit_price: 24.99,
          compare_at_unit_price: 29.99,
          total: 44.98,
          subtotal: 41.65,
        },
        {
          product_id: 'prod_2',
          product_title: 'Belt',
          variant_id: 'variant_2',
          variant_sku: null,
          quantity: 1,
          is_tax_inclusive: true,
          unit_price: 12.5,
          total: 11.25,
        },
      ],
    },
    map: document => orderFromMedusa(document),
    total: '61.22',
    expected: {
      order_id: 'order_01JA',
      user_id: 'cus_01JA',
      order_total: 61.22, // 44.98 + 11.25 + 4.99
      order_tax: 10.2,
      order_shipping: 4.99,
      order_currency: 'GBP',
      order_lines: [
        {
          product_id: 'prod_1',
          product_name: 'Dress',
          variant_id: 'variant_1',
          variant_sku: 'DRESS-10',
          quantity: 2,
          unit_rrp: 29.99,
          order_line_total: 44.98,
        },
        {
          product_id: 'prod_2',
          product_name: 'Belt',
          variant_id: 'variant_2',
          quantity: 1,
          order_line_total: 11.25,
        },
      ],
    },
  }),

  example({
    title: 'Totals that nobody rounded: rounded once, together',
    source,
    document: {
      id: 'order_01JB',
      customer_id: null,
      currency_code: 'usd',
      total: 32.228025, // 3 × 10.742675
      tax_total: 2.318025,
      shipping_total: 0,
      items: [1, 2, 3].map(id => ({
        product_id: `prod_${id}`,
        title: 'Tee',
        variant_id: null,
        quantity: 1,
        is_tax_inclusive: false,
        compare_at_unit_price: 12,
        total: 10.742675,
      })),
    },
    map: document => orderFromMedusa(document),
    total: '32.23',
    expected: {
      order_id: 'order_01JB',
      order_total: 32.23,
      order_tax: 2.32,
      order_shipping: 0,
      order_currency: 'USD',
      order_lines: [
        { product_id: 'prod_1', product_name: 'Tee', quantity: 1, order_line_total: 10.75 },
        { product_id: 'prod_2', product_name: 'Tee', quantity: 1, order_line_total: 10.74 },
        { product_id: 'prod_3', product_name: 'Tee', quantity: 1, order_line_total: 10.74 },
      ],
    },
  }),

  example({
    title: 'Yen, a gift card, a custom item, and a credit line: those are on no line',
    source,
    document: {
      id: 'order_01JC',
      customer_id: 'cus_01JC',
      currency_code: 'jpy',
      total: 8990,
      tax_total: 590,
      shipping_total: 550,
      credit_line_total: 1000,
      items: [
        {
          product_id: 'prod_3',
          product_title: 'Furoshiki',
          variant_id: 'variant_3',
          variant_sku: 'FURO',
          quantity: 3,
          total: 5940,
        },
        {
          product_id: 'prod_4',
          product_title: 'Gift card',
          variant_id: 'variant_4',
          is_giftcard: true,
          quantity: 1,
          total: 3000,
        },
        { product_id: null, title: 'Engraving', variant_id: null, quantity: 1, total: 500 },
      ],
    },
    map: document => orderFromMedusa(document),
    total: '8990',
    leftOut: '2500', // 3000 + 500 − 1000
    expected: {
      order_id: 'order_01JC',
      user_id: 'cus_01JC',
      order_total: 8990, // 5940 + 550 + 2500
      order_tax: 590,
      order_shipping: 550,
      order_currency: 'JPY',
      order_lines: [
        {
          product_id: 'prod_3',
          product_name: 'Furoshiki',
          variant_id: 'variant_3',
          variant_sku: 'FURO',
          quantity: 3,
          order_line_total: 5940,
        },
      ],
    },
  }),

  example({
    title: 'Dinars, in the server itself, where amounts are objects',
    source,
    document: {
      id: 'order_01JD',
      currency_code: 'kwd',
      total: { numeric: 22.625, raw: { value: '22.625', precision: 20 } },
      tax_total: { numeric: 0 },
      shipping_total: { numeric: 1.25 },
      items: [
        {
          product_id: 'prod_5',
          title: 'Oud',
          variant_id: 'variant_5',
          variant_sku: 'OUD',
          quantity: { numeric: 3 },
          total: { numeric: 21.375 },
        },
      ],
    },
    map: document => orderFromMedusa(document),
    total: '22.625',
    expected: {
      order_id: 'order_01JD',
      order_total: 22.625,
      order_tax: 0,
      order_shipping: 1.25,
      order_currency: 'KWD',
      order_lines: [
        {
          product_id: 'prod_5',
          product_name: 'Oud',
          variant_id: 'variant_5',
          variant_sku: 'OUD',
          quantity: 3,
          order_line_total: 21.375,
        },
      ],
    },
  }),

  example({
    title: 'Sums that a float made, returned since, under the number that people see',
    source,
    document: {
      id: 'order_01JE',
      display_id: 11,
      customer_id: 'cus_01JE',
      currency_code: 'eur',
      total: 30.299999999999997,
      tax_total: 4.84,
      shipping_total: 0,
      items: [
        {
          product_id: 'prod_6',
          title: 'Cup',
          variant_id: 'variant_6',
          variant_sku: 'CUP',
          quantity: 3,
          total: 30.299999999999997,
          detail: { return_received_quantity: 3 },
        },
      ],
    },
    map: document =>
      orderFromMedusa(document, { orderId: order => order.display_id, productId: line => line.variant_sku }),
    total: '30.3',
    expected: {
      order_id: '11',
      user_id: 'cus_01JE',
      order_total: 30.3,
      order_tax: 4.84,
      order_shipping: 0,
      order_currency: 'EUR',
      order_lines: [
        {
          product_id: 'CUP',
          product_name: 'Cup',
          variant_id: 'variant_6',
          variant_sku: 'CUP',
          quantity: 3,
          order_line_total: 30.3,
        },
      ],
    },
  }),
]
