import { orderFromWebhook } from '../../src/shopify/index.js'
import { type Example, example } from '../example.js'

const source = 'https://shopify.dev/docs/api/admin-rest/latest/resources/order'

/** An amount of a shop that sells in its own currency only. */
const set = (amount: string, currency_code: string) => ({
  shop_money: { amount, currency_code },
  presentment_money: { amount, currency_code },
})

/** Paid in Kuwaiti dinars (three decimals) to a shop that keeps its books in pounds. */
const both = (pounds: string, dinars: string) => ({
  shop_money: { amount: pounds, currency_code: 'GBP' },
  presentment_money: { amount: dinars, currency_code: 'KWD' },
})

const inTwoCurrencies = {
  id: 5678901234004,
  name: '#1004',
  currency: 'GBP',
  presentment_currency: 'KWD',
  taxes_included: true,
  total_price: '57.28',
  total_price_set: both('57.28', '22.250'),
  total_tax: '0.00',
  total_tax_set: both('0.00', '0.000'),
  customer: { id: 706405506930, email: 'noor@shop.example' },
  line_items: [
    {
      id: 41,
      product_id: 6560241647794,
      variant_id: 39380778287282,
      sku: 'LINEN-M',
      title: 'Linen shirt',
      quantity: 3,
      price: '18.34',
      price_set: both('18.34', '7.125'),
      total_discount: '0.00',
      discount_allocations: [
        { amount: '0.96', amount_set: both('0.96', '0.375'), discount_application_index: 0 },
      ],
      tax_lines: [],
      gift_card: false,
    },
  ],
  shipping_lines: [
    {
      id: 1,
      title: 'Aramex',
      price: '3.22',
      price_set: both('3.22', '1.250'),
      discount_allocations: [],
      tax_lines: [],
    },
  ],
}

export const webhookOrders: Example[] = [
  example({
    title: 'Prices with tax, and a code for 10 % off the whole order that no total_discount tells',
    source,
    document: {
      id: 5678901234001,
      admin_graphql_api_id: 'gid://shopify/Order/5678901234001',
      name: '#1001',
      order_number: 1001,
      currency: 'GBP',
      presentment_currency: 'GBP',
      taxes_included: true,
      subtotal_price: '56.23',
      total_price: '61.22',
      total_tax: '10.20',
      total_discounts: '6.25',
      discount_codes: [{ code: 'HELLO10', amount: '6.25', type: 'percentage' }],
      customer: { id: 706405506930, email: 'ada@shop.example' },
      line_items: [
        {
          id: 11,
          product_id: 6560241647794,
          variant_id: 39380778287282,
          sku: 'DRESS-RED-10',
          title: 'Wrap dress',
          name: 'Wrap dress - Red / 10',
          quantity: 2,
          price: '24.99',
          total_discount: '0.00',
          discount_allocations: [{ amount: '5.00', discount_application_index: 0 }],
          tax_lines: [{ title: 'VAT', rate: 0.2, price: '7.50' }],
          gift_card: false,
        },
        {
          id: 12,
          product_id: 6560241647795,
          variant_id: 39380778287283,
          sku: '',
          title: 'Belt',
          name: 'Belt',
          quantity: 1,
          price: '12.50',
          total_discount: '0.00',
          discount_allocations: [{ amount: '1.25', discount_application_index: 0 }],
          tax_lines: [{ title: 'VAT', rate: 0.2, price: '1.87' }],
          gift_card: false,
        },
      ],
      shipping_lines: [
        {
          id: 1,
          title: 'Royal Mail',
          price: '4.99',
          discounted_price: '4.99',
          discount_allocations: [],
          tax_lines: [{ price: '0.83' }],
        },
      ],
    },
    map: document => orderFromWebhook(document),
    total: '61.22',
    expected: {
      order_id: '5678901234001',
      user_id: '706405506930',
      order_total: 61.22, // 44.98 + 11.25 + 4.99
      order_tax: 10.2,
      order_shipping: 4.99,
      order_currency: 'GBP',
      order_lines: [
        {
          product_id: '6560241647794',
          product_name: 'Wrap dress',
          variant_id: '39380778287282',
          variant_sku: 'DRESS-RED-10',
          quantity: 2,
          order_line_total: 44.98, // 2 × 24.99 = 49.98, less 5.00
        },
        {
          product_id: '6560241647795',
          product_name: 'Belt',
          variant_id: '39380778287283',
          quantity: 1,
          order_line_total: 11.25, // 12.50 less 1.25
        },
      ],
    },
  }),

  example({
    title: 'Prices without tax, two taxes a line, an automatic discount on a line and one on shipping',
    source,
    document: {
      id: 5678901234002,
      currency: 'USD',
      presentment_currency: 'USD',
      taxes_included: false,
      total_price: '68.91',
      total_tax: '4.89',
      total_discounts: '8.00',
      customer: { id: 706405506931 },
      line_items: [
        {
          product_id: 1,
          variant_id: 101,
          sku: 'TEE-S',
          title: 'Tee',
          quantity: 3,
          price: '19.99',
          total_discount: '6.00',
          discount_allocations: [{ amount: '6.00', discount_application_index: 0 }],
          tax_lines: [
            { title: 'State', rate: 0.0625, price: '3.37' },
            { title: 'County', rate: 0.015, price: '0.81' },
          ],
          gift_card: false,
        },
        {
          product_id: 2,
          variant_id: 102,
          sku: 'SOCKS',
          title: 'Socks',
          quantity: 1,
          price: '5.05',
          total_discount: '0.00',
          discount_allocations: [],
          tax_lines: [
            { title: 'State', rate: 0.0625, price: '0.32' },
            { title: 'County', rate: 0.015, price: '0.08' },
          ],
          gift_card: false,
        },
      ],
      shipping_lines: [
        {
          title: 'Ground',
          price: '7.00',
          discounted_price: '7.00',
          discount_allocations: [{ amount: '2.00', discount_application_index: 1 }],
          tax_lines: [{ title: 'State', rate: 0.0625, price: '0.31' }],
        },
      ],
    },
    map: document => orderFromWebhook(document),
    total: '68.91',
    expected: {
      order_id: '5678901234002',
      user_id: '706405506931',
      order_total: 68.91, // 58.15 + 5.45 + 5.31
      order_tax: 4.89, // 3.37 + 0.81 + 0.32 + 0.08 + 0.31
      order_shipping: 5.31, // 7.00 less 2.00, and 0.31 of tax
      order_currency: 'USD',
      order_lines: [
        {
          product_id: '1',
          product_name: 'Tee',
          variant_id: '101',
          variant_sku: 'TEE-S',
          quantity: 3,
          order_line_total: 58.15, // 59.97 less 6.00 = 53.97, and 4.18 of tax
        },
        {
          product_id: '2',
          product_name: 'Socks',
          variant_id: '102',
          variant_sku: 'SOCKS',
          quantity: 1,
          order_line_total: 5.45, // 5.05 and 0.40 of tax
        },
      ],
    },
  }),

  example({
    title: 'Yen, which have no decimals, and a guest',
    source,
    document: {
      id: 5678901234003,
      currency: 'JPY',
      presentment_currency: 'JPY',
      taxes_included: true,
      total_price: '6820',
      total_tax: '620',
      customer: null,
      line_items: [
        {
          product_id: 3,
          variant_id: 103,
          sku: 'FURO',
          title: 'Furoshiki',
          quantity: 3,
          price: '1980',
          discount_allocations: [],
          tax_lines: [{ price: '540' }],
        },
        {
          product_id: 4,
          variant_id: 104,
          sku: null,
          title: 'Tenugui',
          quantity: 1,
          price: '330',
          discount_allocations: [],
          tax_lines: [{ price: '30' }],
        },
      ],
      shipping_lines: [{ price: '550', discount_allocations: [], tax_lines: [{ price: '50' }] }],
    },
    map: document => orderFromWebhook(document),
    total: '6820',
    expected: {
      order_id: '5678901234003',
      order_total: 6820, // 5940 + 330 + 550
      order_tax: 620,
      order_shipping: 550,
      order_currency: 'JPY',
      order_lines: [
        {
          product_id: '3',
          product_name: 'Furoshiki',
          variant_id: '103',
          variant_sku: 'FURO',
          quantity: 3,
          order_line_total: 5940,
        },
        { product_id: '4', product_name: 'Tenugui', variant_id: '104', quantity: 1, order_line_total: 330 },
      ],
    },
  }),

  example({
    title: 'Paid in dinars, told in the shop’s pounds',
    source,
    document: inTwoCurrencies,
    map: document => orderFromWebhook(document),
    total: '57.28',
    expected: {
      order_id: '5678901234004',
      user_id: '706405506930',
      order_total: 57.28, // 54.06 + 3.22
      order_tax: 0,
      order_shipping: 3.22,
      order_currency: 'GBP',
      order_lines: [
        {
          product_id: '6560241647794',
          product_name: 'Linen shirt',
          variant_id: '39380778287282',
          variant_sku: 'LINEN-M',
          quantity: 3,
          order_line_total: 54.06, // 3 × 18.34 = 55.02, less 0.96
        },
      ],
    },
  }),

  example({
    title: 'Paid in dinars, told in dinars, which have three decimals',
    source,
    document: inTwoCurrencies,
    map: document => orderFromWebhook(document, { money: 'presentment' }),
    total: '22.250',
    expected: {
      order_id: '5678901234004',
      user_id: '706405506930',
      order_total: 22.25, // 21.000 + 1.250
      order_tax: 0,
      order_shipping: 1.25,
      order_currency: 'KWD',
      order_lines: [
        {
          product_id: '6560241647794',
          product_name: 'Linen shirt',
          variant_id: '39380778287282',
          variant_sku: 'LINEN-M',
          quantity: 3,
          order_line_total: 21, // 3 × 7.125 = 21.375, less 0.375
        },
      ],
    },
  }),

  example({
    title: 'A gift card, a tip, an engraving, a product deleted since, and duties: left out of the lines',
    source,
    document: {
      id: 5678901234005,
      currency: 'EUR',
      presentment_currency: 'EUR',
      taxes_included: true,
      total_price: '71.97',
      total_tax: '5.68',
      original_total_duties_set: set('2.60', 'EUR'),
      customer: { id: 706405506932 },
      line_items: [
        // In binary fractions, 3 × 10.10 is 30.299999999999997.
        {
          product_id: 5,
          variant_id: 105,
          sku: 'CUP',
          title: 'Cup',
          quantity: 3,
          price: '10.10',
          discount_allocations: [],
          tax_lines: [],
          gift_card: false,
        },
        {
          product_id: 6,
          variant_id: 106,
          sku: 'GC25',
          title: 'Gift card',
          quantity: 1,
          price: '25.00',
          discount_allocations: [],
          tax_lines: [],
          gift_card: true,
        },
        {
          product_id: null,
          variant_id: null,
          sku: null,
          title: 'Tip',
          quantity: 1,
          price: '3.00',
          discount_allocations: [],
          tax_lines: [],
          gift_card: false,
        },
        {
          product_id: null,
          variant_id: null,
          sku: null,
          title: 'Engraving',
          quantity: 2,
          price: '2.00',
          discount_allocations: [],
          tax_lines: [],
          gift_card: false,
        },
        {
          product_id: null,
          variant_id: null,
          sku: 'OLD',
          title: 'Old plate',
          quantity: 1,
          price: '7.07',
          discount_allocations: [],
          tax_lines: [],
          gift_card: false,
        },
      ],
      shipping_lines: [],
    },
    map: document => orderFromWebhook(document),
    total: '71.97',
    leftOut: '41.67', // 25.00 + 3.00 + 4.00 + 7.07 + 2.60
    expected: {
      order_id: '5678901234005',
      user_id: '706405506932',
      order_total: 71.97, // 30.30 + 41.67
      order_tax: 5.68,
      order_shipping: 0,
      order_currency: 'EUR',
      order_lines: [
        {
          product_id: '5',
          product_name: 'Cup',
          variant_id: '105',
          variant_sku: 'CUP',
          quantity: 3,
          order_line_total: 30.3,
        },
      ],
    },
  }),

  example({
    title: 'Read again after a refund: as placed, whatever current_* says',
    source,
    document: {
      id: 5678901234006,
      currency: 'USD',
      presentment_currency: 'USD',
      taxes_included: false,
      total_price: '43.20',
      current_total_price: '0.00',
      total_tax: '3.20',
      current_total_tax: '0.00',
      financial_status: 'refunded',
      customer: { id: 706405506933 },
      line_items: [
        {
          product_id: 7,
          variant_id: 107,
          sku: 'LAMP',
          title: 'Lamp',
          quantity: 1,
          current_quantity: 0,
          price: '40.00',
          discount_allocations: [],
          tax_lines: [{ price: '3.20' }],
          gift_card: false,
        },
      ],
      shipping_lines: [{ price: '0.00', discount_allocations: [], tax_lines: [] }],
      refunds: [
        { id: 1, refund_line_items: [{ line_item_id: 71, quantity: 1, subtotal: 40, total_tax: 3.2 }] },
      ],
    },
    map: document => orderFromWebhook(document),
    total: '43.20',
    expected: {
      order_id: '5678901234006',
      user_id: '706405506933',
      order_total: 43.2,
      order_tax: 3.2,
      order_shipping: 0,
      order_currency: 'USD',
      order_lines: [
        {
          product_id: '7',
          product_name: 'Lamp',
          variant_id: '107',
          variant_sku: 'LAMP',
          quantity: 1,
          order_line_total: 43.2,
        },
      ],
    },
  }),
]
