import { orderFromV2 } from '../../src/bigcommerce/index.js'
import { type Example, example } from '../example.js'

const source =
  'https://developer.bigcommerce.com/docs/rest-management/orders (reference/orders.v2.oas2.yml of bigcommerce/docs)'

const free = { handling_cost_inc_tax: '0.0000', wrapping_cost_inc_tax: '0.0000' }

export const v2Orders: Example[] = [
  example({
    title: 'A coupon for the order and a discount by hand, which only discounted_total_inc_tax tells',
    source,
    document: {
      order: {
        id: 149,
        customer_id: 20,
        status_id: 11,
        subtotal_inc_tax: '67.8400',
        shipping_cost_inc_tax: '12.0000',
        ...free,
        discount_amount: '5.0000',
        coupon_discount: '5.0000',
        total_inc_tax: '69.8400',
        total_tax: '5.3100',
        currency_code: 'USD',
        default_currency_code: 'USD',
        store_credit_amount: '10.0000',
      },
      products: [
        {
          product_id: 77,
          variant_id: 93,
          name: 'Towel',
          sku: 'S-ORAN',
          type: 'physical',
          quantity: 3,
          total_inc_tax: '47.8400',
          discounted_total_inc_tax: '40.7900',
        },
        {
          product_id: 86,
          name: 'Brewer',
          sku: 'ABS',
          type: 'physical',
          quantity: 1,
          total_inc_tax: '20.0000',
          discounted_total_inc_tax: '17.0500',
        },
      ],
    },
    map: ({ order, products }) => orderFromV2(order, products),
    total: '69.84',
    expected: {
      order_id: '149',
      user_id: '20',
      order_total: 69.84, // 40.79 + 17.05 + 12.00; the store credit is a way to pay
      order_tax: 5.31,
      order_shipping: 12,
      order_currency: 'USD',
      order_lines: [
        {
          product_id: '77',
          product_name: 'Towel',
          variant_id: '93',
          variant_sku: 'S-ORAN',
          quantity: 3,
          order_line_total: 40.79,
        },
        {
          product_id: '86',
          product_sku: 'ABS',
          product_name: 'Brewer',
          quantity: 1,
          order_line_total: 17.05,
        },
      ],
    },
  }),

  example({
    title: 'Shown in dollars, paid in euros; a bundled product that costs nothing',
    source,
    document: {
      order: {
        id: 150,
        customer_id: 0,
        shipping_cost_inc_tax: '0.0000',
        ...free,
        total_inc_tax: '30.3000',
        total_tax: '4.8400',
        currency_code: 'USD',
        default_currency_code: 'EUR',
        fees: { url: 'https://api.shop.example/fees', resource: '/orders/150/fees' },
      },
      products: [
        {
          product_id: 5,
          variant_id: 50,
          name: 'Cup',
          sku: 'CUP',
          quantity: 3,
          discounted_total_inc_tax: '30.3000',
        },
        {
          product_id: 6,
          variant_id: 0,
          name: 'Saucer',
          sku: '',
          quantity: 3,
          parent_order_product_id: 65,
          is_bundled_product: true,
          discounted_total_inc_tax: '0.0000',
        },
      ],
    },
    map: ({ order, products }) => orderFromV2(order, products),
    total: '30.30',
    expected: {
      order_id: '150',
      order_total: 30.3,
      order_tax: 4.84,
      order_shipping: 0,
      order_currency: 'EUR',
      order_lines: [
        {
          product_id: '5',
          product_name: 'Cup',
          variant_id: '50',
          variant_sku: 'CUP',
          quantity: 3,
          order_line_total: 30.3,
        },
        { product_id: '6', product_name: 'Saucer', quantity: 3, order_line_total: 0 },
      ],
    },
  }),

  example({
    title: 'A gift certificate, a custom product, handling, gift wrapping and a fee: left out of the lines',
    source,
    document: {
      order: {
        id: 151,
        customer_id: 21,
        shipping_cost_inc_tax: '5.0000',
        handling_cost_inc_tax: '2.0000',
        wrapping_cost_inc_tax: '3.5000',
        total_inc_tax: '97.4000',
        total_tax: '0.0000',
        default_currency_code: 'GBP',
        fees: [
          {
            id: 1,
            type: 'custom_fee',
            display_name_customer: 'Assembly',
            cost_ex_tax: '12.3000',
            cost_inc_tax: '12.3000',
          },
        ],
      },
      products: [
        {
          product_id: 188,
          variant_id: 1,
          name: 'Dustpan',
          sku: 'DUST1',
          type: 'physical',
          quantity: 2,
          discounted_total_inc_tax: '37.2300',
        },
        {
          product_id: 0,
          name: 'Gift certificate',
          sku: '',
          type: 'giftcertificate',
          quantity: 1,
          discounted_total_inc_tax: '25.0000',
        },
        {
          product_id: 0,
          name: 'Made to measure',
          sku: 'CUSTOM',
          type: 'physical',
          quantity: 1,
          discounted_total_inc_tax: '12.3700',
        },
      ],
    },
    map: ({ order, products }) => orderFromV2(order, products),
    total: '97.40',
    leftOut: '55.17', // 25.00 + 12.37 + 2.00 + 3.50 + 12.30
    expected: {
      order_id: '151',
      user_id: '21',
      order_total: 97.4, // 37.23 + 5.00 + 55.17
      order_tax: 0,
      order_shipping: 5,
      order_currency: 'GBP',
      order_lines: [
        {
          product_id: '188',
          product_name: 'Dustpan',
          variant_id: '1',
          variant_sku: 'DUST1',
          quantity: 2,
          order_line_total: 37.23,
        },
      ],
    },
  }),

  example({
    title: 'Yen with four decimals of nothing, as BigCommerce writes them',
    source,
    document: {
      order: {
        id: 152,
        customer_id: 22,
        shipping_cost_inc_tax: '550.0000',
        ...free,
        total_inc_tax: '6490.0000',
        total_tax: '590.0000',
        default_currency_code: 'JPY',
      },
      products: [
        {
          product_id: 3,
          variant_id: 30,
          name: 'Furoshiki',
          sku: 'FURO',
          quantity: 3,
          discounted_total_inc_tax: '5940.0000',
        },
      ],
    },
    map: ({ order, products }) => orderFromV2(order, products),
    total: '6490',
    expected: {
      order_id: '152',
      user_id: '22',
      order_total: 6490, // 5940 + 550
      order_tax: 590,
      order_shipping: 550,
      order_currency: 'JPY',
      order_lines: [
        {
          product_id: '3',
          product_name: 'Furoshiki',
          variant_id: '30',
          variant_sku: 'FURO',
          quantity: 3,
          order_line_total: 5940,
        },
      ],
    },
  }),

  example({
    title: 'Dinars, and lines with parts of a fils, rounded once, together',
    source,
    document: {
      order: {
        id: 153,
        customer_id: 23,
        shipping_cost_inc_tax: '1.2500',
        ...free,
        total_inc_tax: '4.5830',
        total_tax: '0.0000',
        default_currency_code: 'KWD',
      },
      products: [
        { product_id: 7, name: 'Oud', sku: 'OUD', quantity: 1, discounted_total_inc_tax: '1.6666' },
        { product_id: 8, name: 'Musk', sku: 'MUSK', quantity: 1, discounted_total_inc_tax: '1.6667' },
      ],
    },
    map: ({ order, products }) => orderFromV2(order, products),
    total: '4.583',
    expected: {
      order_id: '153',
      user_id: '23',
      order_total: 4.583,
      order_tax: 0,
      order_shipping: 1.25,
      order_currency: 'KWD',
      order_lines: [
        { product_id: '7', product_sku: 'OUD', product_name: 'Oud', quantity: 1, order_line_total: 1.666 },
        { product_id: '8', product_sku: 'MUSK', product_name: 'Musk', quantity: 1, order_line_total: 1.667 },
      ],
    },
  }),

  example({
    title: 'Read again after a refund, which changes nothing of what was ordered',
    source,
    document: {
      order: {
        id: 154,
        customer_id: 24,
        status: 'Refunded',
        shipping_cost_inc_tax: '0.0000',
        ...free,
        total_inc_tax: '44.2000',
        total_tax: '3.2000',
        default_currency_code: 'USD',
        refunded_amount: '0.0000',
      },
      products: [
        {
          product_id: 9,
          variant_id: 90,
          name: 'Lamp',
          sku: 'LAMP',
          quantity: 1,
          is_refunded: true,
          quantity_refunded: 1,
          refund_amount: '44.2000',
          discounted_total_inc_tax: '44.2000',
        },
      ],
    },
    map: ({ order, products }) => orderFromV2(order, products, { orderId: order => `us:${order.id}` }),
    total: '44.20',
    expected: {
      order_id: 'us:154',
      user_id: '24',
      order_total: 44.2,
      order_tax: 3.2,
      order_shipping: 0,
      order_currency: 'USD',
      order_lines: [
        {
          product_id: '9',
          product_name: 'Lamp',
          variant_id: '90',
          variant_sku: 'LAMP',
          quantity: 1,
          order_line_total: 44.2,
        },
      ],
    },
  }),
]
