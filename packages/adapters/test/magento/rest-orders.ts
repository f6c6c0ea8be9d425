import { orderFromRest } from '../../src/magento/index.js'
import { type Example, example } from '../example.js'

// What a row's total is made of: calculateLineItemTotal in app/code/Ometria/Api/Controller/V1/Orders.php of
// Ometria/magento2-extension.
const source =
  'https://developer.adobe.com/commerce/webapi/rest/quick-reference/ (GET /V1/orders/{id}, sales-data-order-interface)'

export const restOrders: Example[] = [
  example({
    title: 'Prices with tax, a discount on prices with tax: the tax that it took off is told apart',
    source,
    document: {
      entity_id: 12,
      increment_id: '000000012',
      customer_id: 4,
      base_currency_code: 'EUR',
      order_currency_code: 'GBP',
      grand_total: 112.99,
      tax_amount: 18.83,
      shipping_amount: 4.16,
      shipping_tax_amount: 0.83,
      shipping_incl_tax: 4.99,
      shipping_discount_amount: 0,
      items: [
        {
          item_id: 31,
          product_id: 66,
          product_type: 'simple',
          sku: 'WSH12',
          name: 'Shorts',
          qty_ordered: 3,
          row_total: 100,
          row_total_incl_tax: 120,
          discount_amount: 12,
          tax_amount: 18,
          discount_tax_compensation_amount: 2,
        },
      ],
    },
    map: document => orderFromRest(document),
    total: '112.99',
    expected: {
      order_id: '000000012',
      user_id: '4',
      order_total: 112.99, // 108.00 + 4.99
      order_tax: 18.83,
      order_shipping: 4.99,
      order_currency: 'GBP',
      order_lines: [
        {
          product_id: '66',
          product_sku: 'WSH12',
          product_name: 'Shorts',
          quantity: 3,
          order_line_total: 108,
        }, // 100 + 18 + 2 − 12
      ],
    },
  }),

  example({
    title:
      'Prices without tax, a discount before tax, shipping discounted: a product with variants is its parent',
    source,
    document: {
      increment_id: 'US-000000013',
      customer_id: null,
      order_currency_code: 'USD',
      grand_total: 68.91,
      tax_amount: 4.94,
      shipping_amount: 7,
      shipping_tax_amount: 0.31,
      shipping_discount_amount: 2,
      shipping_discount_tax_compensation_amount: 0,
      items: [
        {
          item_id: 41,
          product_id: 70,
          product_type: 'configurable',
          sku: 'TEE-S',
          name: 'Tee',
          qty_ordered: 3,
          row_total: 59.97,
          discount_amount: 6,
          tax_amount: 4.23,
          discount_tax_compensation_amount: 0,
        },
        {
          item_id: 42,
          parent_item_id: 41,
          product_id: 71,
          product_type: 'simple',
          sku: 'TEE-S',
          name: 'Tee S',
          qty_ordered: 3,
          row_total: 0,
          discount_amount: 0,
          tax_amount: 0,
        },
        {
          item_id: 43,
          product_id: 72,
          product_type: 'simple',
          sku: 'SOCKS',
          name: 'Socks',
          qty_ordered: 1,
          row_total: 5,
          discount_amount: 0,
          tax_amount: 0.4,
        },
      ],
    },
    map: document => orderFromRest(document),
    total: '68.91',
    expected: {
      order_id: 'US-000000013',
      order_total: 68.91, // 58.20 + 5.40 + 5.31
      order_tax: 4.94,
      order_shipping: 5.31, // 7.00 + 0.31 − 2.00
      order_currency: 'USD',
      order_lines: [
        {
          product_id: '70',
          product_name: 'Tee',
          variant_id: '71',
          variant_sku: 'TEE-S',
          quantity: 3,
          order_line_total: 58.2,
        }, // 59.97 + 4.23 − 6.00
        { product_id: '72', product_sku: 'SOCKS', product_name: 'Socks', quantity: 1, order_line_total: 5.4 },
      ],
    },
  }),

  example({
    title: 'A bundle whose parts have the taxes and discounts, and a tax by law on a lamp',
    source,
    document: {
      increment_id: '000000014',
      customer_id: 5,
      order_currency_code: 'EUR',
      grand_total: 57.7,
      tax_amount: 9,
      shipping_amount: 0,
      items: [
        {
          item_id: 51,
          product_id: 80,
          product_type: 'bundle',
          sku: 'SET-A-B',
          name: 'Set',
          qty_ordered: 1,
          row_total: 40,
          discount_amount: 0,
          tax_amount: 0,
        },
        {
          item_id: 52,
          parent_item_id: 51,
          product_id: 81,
          product_type: 'simple',
          sku: 'A',
          qty_ordered: 2,
          row_total: 30,
          discount_amount: 3,
          tax_amount: 5.4,
        },
        {
          item_id: 53,
          parent_item_id: 51,
          product_id: 82,
          product_type: 'simple',
          sku: 'B',
          qty_ordered: 1,
          row_total: 10,
          discount_amount: 1,
          tax_amount: 1.6,
        },
        {
          item_id: 54,
          product_id: 83,
          product_type: 'simple',
          sku: 'LAMP',
          name: 'Lamp',
          qty_ordered: 1,
          row_total: 10,
          discount_amount: 0,
          tax_amount: 2,
          weee_tax_applied_row_amount: 2.7,
        },
      ],
    },
    map: document => orderFromRest(document),
    total: '57.70',
    expected: {
      order_id: '000000014',
      user_id: '5',
      order_total: 57.7, // 43.00 + 14.70
      order_tax: 9,
      order_shipping: 0,
      order_currency: 'EUR',
      order_lines: [
        {
          product_id: '80',
          product_name: 'Set',
          variant_id: '81,82',
          variant_sku: 'A,B',
          quantity: 1,
          order_line_total: 43,
        }, // 40 + 7 − 4
        { product_id: '83', product_sku: 'LAMP', product_name: 'Lamp', quantity: 1, order_line_total: 14.7 }, // 10 + 2 + 2.70
      ],
    },
  }),

  example({
    title: 'Yen, with a part of the order paid by gift card, and a gift card bought',
    source,
    document: {
      increment_id: '000000015',
      customer_id: 6,
      order_currency_code: 'JPY',
      grand_total: 8490,
      tax_amount: 590,
      shipping_amount: 500,
      shipping_tax_amount: 50,
      items: [
        {
          item_id: 61,
          product_id: 90,
          product_type: 'simple',
          sku: 'FURO',
          name: 'Furoshiki',
          qty_ordered: 3,
          row_total: 5400,
          discount_amount: 0,
          tax_amount: 540,
        },
        {
          item_id: 62,
          product_id: 91,
          product_type: 'giftcard',
          sku: 'GC',
          name: 'Gift card',
          qty_ordered: 1,
          row_total: 3000,
          discount_amount: 0,
          tax_amount: 0,
        },
      ],
      extension_attributes: { gift_cards_amount: 1000 },
    },
    map: document => orderFromRest(document),
    total: '8490',
    leftOut: '2000', // 3000 − 1000
    expected: {
      order_id: '000000015',
      user_id: '6',
      order_total: 8490, // 5940 + 550 + 2000
      order_tax: 590,
      order_shipping: 550,
      order_currency: 'JPY',
      order_lines: [
        {
          product_id: '90',
          product_sku: 'FURO',
          product_name: 'Furoshiki',
          quantity: 3,
          order_line_total: 5940,
        },
      ],
    },
  }),

  example({
    title: 'Dinars, gift wrapping, numbers that a float made, a credit memo since, and SKUs as ids',
    source,
    document: {
      increment_id: '000000016',
      customer_id: 7,
      order_currency_code: 'KWD',
      grand_total: 31.800000000000004,
      tax_amount: 0,
      shipping_amount: 1,
      total_refunded: 30.3,
      items: [
        {
          item_id: 71,
          product_id: 95,
          product_type: 'simple',
          sku: 'OUD',
          name: 'Oud',
          qty_ordered: 3,
          qty_refunded: 3,
          row_total: 30.299999999999997,
          discount_amount: 0,
          tax_amount: 0,
        },
      ],
      extension_attributes: { gw_items_price_incl_tax: '0.5000' },
    },
    map: document =>
      orderFromRest(document, { productId: item => item.sku, orderId: order => `kw:${order.increment_id}` }),
    total: '31.8',
    leftOut: '0.5',
    expected: {
      order_id: 'kw:000000016',
      user_id: '7',
      order_total: 31.8, // 30.300 + 1.000 + 0.500
      order_tax: 0,
      order_shipping: 1,
      order_currency: 'KWD',
      order_lines: [
        { product_id: 'OUD', product_sku: 'OUD', product_name: 'Oud', quantity: 3, order_line_total: 30.3 },
      ],
    },
  }),
]
