import { orderFromRest } from '../../src/woocommerce/index.js'
import { type Example, example } from '../example.js'

// What is rounded when: get_order_item_data in includes/rest-api/Controllers/Version2/class-wc-rest-orders-v2-controller.php
// and calculate_item_totals in includes/class-wc-cart-totals.php of woocommerce/woocommerce.
const source = 'https://woocommerce.github.io/woocommerce-rest-api-docs/#order-properties'

export const restOrders: Example[] = [
  example({
    title: 'Prices with tax: lines are told without, after a coupon',
    source,
    document: {
      id: 727,
      number: '727',
      status: 'processing',
      currency: 'GBP',
      prices_include_tax: true,
      discount_total: '2.08',
      discount_tax: '0.42',
      shipping_total: '4.16',
      shipping_tax: '0.83',
      total: '51.97',
      total_tax: '8.66',
      customer_id: 26,
      line_items: [
        {
          id: 315,
          name: 'Wrap dress',
          product_id: 93,
          variation_id: 94,
          quantity: 2,
          subtotal: '41.65',
          subtotal_tax: '8.33',
          total: '39.15', // 2 × 24.99 less 3.00 is 46.98 with tax
          total_tax: '7.83',
          taxes: [{ id: 75, total: '7.83', subtotal: '8.33' }],
          sku: 'DRESS-10',
          price: 19.575,
        },
      ],
      shipping_lines: [
        {
          id: 317,
          method_title: 'Flat rate',
          total: '4.16',
          total_tax: '0.83',
          taxes: [{ id: 75, total: '0.83' }],
        },
      ],
      fee_lines: [],
      coupon_lines: [{ code: 'hello', discount: '2.50' }],
      refunds: [],
    },
    map: document => orderFromRest(document),
    total: '51.97',
    expected: {
      order_id: '727',
      user_id: '26',
      order_total: 51.97, // 46.98 + 4.99
      order_tax: 8.66, // 7.83 + 0.83
      order_shipping: 4.99, // 4.16 + 0.83
      order_currency: 'GBP',
      order_lines: [
        {
          product_id: '93',
          product_name: 'Wrap dress',
          variant_id: '94',
          variant_sku: 'DRESS-10',
          quantity: 2,
          order_line_total: 46.98,
        },
      ],
    },
  }),

  example({
    title:
      'Prices without tax, tax rounded at the subtotal: the taxes by rate are exact, and the lines share the rounding',
    source,
    document: {
      id: 728,
      number: 'W-728',
      currency: 'USD',
      prices_include_tax: false,
      shipping_total: '0.00',
      shipping_tax: '0.00',
      // 3 × 9.97 = 29.91, and 7.75 % tax = 2.318025
      total: '32.23',
      total_tax: '2.32',
      customer_id: 0,
      line_items: [9, 8, 7].map(product_id => ({
        name: 'Tee',
        product_id,
        variation_id: 0,
        quantity: 1,
        total: '9.97',
        total_tax: '0.77', // 0.772675 rounded: three make 2.31, a cent less than the order's
        taxes: [{ id: 3, total: '0.772675', subtotal: '0.772675' }],
        sku: `TEE-${product_id}`,
      })),
      shipping_lines: [],
      fee_lines: [],
    },
    map: document => orderFromRest(document),
    total: '32.23',
    expected: {
      order_id: '728',
      order_total: 32.23,
      order_tax: 2.32,
      order_shipping: 0,
      order_currency: 'USD',
      // Each is 10.742675: three make 32.228025, which is 32.23, so one of them gets the missing cent.
      order_lines: [
        { product_id: '9', product_sku: 'TEE-9', product_name: 'Tee', quantity: 1, order_line_total: 10.75 },
        { product_id: '8', product_sku: 'TEE-8', product_name: 'Tee', quantity: 1, order_line_total: 10.74 },
        { product_id: '7', product_sku: 'TEE-7', product_name: 'Tee', quantity: 1, order_line_total: 10.74 },
      ],
    },
  }),

  example({
    title: 'Asked for with six decimals (dp=6): rounded once, together',
    source,
    document: {
      id: 729,
      currency: 'EUR',
      prices_include_tax: true,
      shipping_total: '0.000000',
      shipping_tax: '0.000000',
      total: '30.300000',
      total_tax: '4.840000',
      customer_id: 27,
      line_items: [
        // 20.20 with tax
        {
          name: 'Cup',
          product_id: 5,
          variation_id: 0,
          quantity: 2,
          total: '16.974790',
          total_tax: '3.225210',
          taxes: [{ id: 1, total: '3.22521' }],
          sku: 'CUP',
        },
        // 10.10 with tax
        {
          name: 'Bowl',
          product_id: 6,
          variation_id: 0,
          quantity: 1,
          total: '8.487395',
          total_tax: '1.612605',
          taxes: [{ id: 1, total: '1.612605' }],
          sku: '',
        },
      ],
    },
    map: document => orderFromRest(document),
    total: '30.30',
    expected: {
      order_id: '729',
      user_id: '27',
      order_total: 30.3,
      order_tax: 4.84,
      order_shipping: 0,
      order_currency: 'EUR',
      order_lines: [
        { product_id: '5', product_sku: 'CUP', product_name: 'Cup', quantity: 2, order_line_total: 20.2 },
        { product_id: '6', product_name: 'Bowl', quantity: 1, order_line_total: 10.1 },
      ],
    },
  }),

  example({
    title:
      'Yen, a fee for cash on delivery, a fee that is a discount, and a product deleted since: left out of the lines',
    source,
    document: {
      id: 730,
      currency: 'JPY',
      prices_include_tax: false,
      shipping_total: '500',
      shipping_tax: '50',
      total: '8130',
      total_tax: '739',
      customer_id: 28,
      line_items: [
        {
          name: 'Furoshiki',
          product_id: 3,
          variation_id: 0,
          quantity: 3,
          total: '5400',
          total_tax: '540',
          taxes: [],
          sku: 'FURO',
        },
        {
          name: 'Old',
          product_id: 0,
          variation_id: 0,
          quantity: 1,
          total: '1200',
          total_tax: '120',
          taxes: [],
          sku: null,
        },
      ],
      shipping_lines: [{ total: '500', total_tax: '50', taxes: [] }],
      fee_lines: [
        { name: 'Cash on delivery', total: '300', total_tax: '30', taxes: [] },
        { name: 'Member', total: '-9', total_tax: '-1', taxes: [] },
      ],
    },
    map: document => orderFromRest(document),
    total: '8130',
    leftOut: '1640', // 1320 + 330 − 10
    expected: {
      order_id: '730',
      user_id: '28',
      order_total: 8130, // 5940 + 550 + 1640
      order_tax: 739,
      order_shipping: 550,
      order_currency: 'JPY',
      order_lines: [
        {
          product_id: '3',
          product_sku: 'FURO',
          product_name: 'Furoshiki',
          quantity: 3,
          order_line_total: 5940,
        },
      ],
    },
  }),

  example({
    title: 'Dinars, half a metre of cloth, and a refund, which changes nothing of what was ordered',
    source,
    document: {
      id: 731,
      currency: 'KWD',
      prices_include_tax: false,
      shipping_total: '1.250',
      shipping_tax: '0.000',
      total: '4.850',
      total_tax: '0.000',
      customer_id: 0,
      line_items: [
        {
          name: 'Cloth',
          product_id: 7,
          variation_id: 70,
          quantity: 0.5,
          total: '3.600',
          total_tax: '0.000',
          taxes: [],
          sku: 'CLOTH',
        },
      ],
      shipping_lines: [{ total: '1.250', total_tax: '0.000', taxes: [] }],
      fee_lines: [],
      refunds: [{ id: 740, reason: '', total: '-3.600' }],
    },
    map: document => orderFromRest(document),
    total: '4.850',
    expected: {
      order_id: '731',
      order_total: 4.85,
      order_tax: 0,
      order_shipping: 1.25,
      order_currency: 'KWD',
      order_lines: [
        {
          product_id: '7',
          product_name: 'Cloth',
          variant_id: '70',
          variant_sku: 'CLOTH',
          quantity: 0.5,
          order_line_total: 3.6,
        },
      ],
    },
  }),

  example({
    title: 'Under ids of the shop’s own: its order number, SKUs, and a gift wrap that is a product to it',
    source,
    document: {
      id: 732,
      number: 'SHOP-2026-0732',
      currency: 'GBP',
      shipping_total: '0.00',
      shipping_tax: '0.00',
      total: '33.30',
      total_tax: '5.55',
      customer_id: 26,
      line_items: [
        {
          name: 'Cup',
          product_id: 5,
          variation_id: 0,
          quantity: 3,
          total: '25.25',
          total_tax: '5.05',
          taxes: [],
          sku: 'CUP',
        },
      ],
      fee_lines: [{ name: 'Gift wrap', total: '2.50', total_tax: '0.50', taxes: [] }],
    },
    map: document =>
      orderFromRest(document, {
        orderId: order => order.number,
        productId: line => ('sku' in line ? line.sku : 'gift-wrap'),
      }),
    total: '33.30',
    expected: {
      order_id: 'SHOP-2026-0732',
      user_id: '26',
      order_total: 33.3, // 30.30 + 3.00
      order_tax: 5.55,
      order_shipping: 0,
      order_currency: 'GBP',
      order_lines: [
        { product_id: 'CUP', product_sku: 'CUP', product_name: 'Cup', quantity: 3, order_line_total: 30.3 },
        { product_id: 'gift-wrap', product_name: 'Gift wrap', quantity: 1, order_line_total: 3 },
      ],
    },
  }),
]
