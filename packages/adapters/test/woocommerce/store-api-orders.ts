import { orderFromStoreApi } from '../../src/woocommerce/index.js'
import { type Example, example } from '../example.js'

// Fields: src/StoreApi/Schemas/V1/OrderSchema.php, OrderItemSchema.php and OrderFeeSchema.php of woocommerce/woocommerce.
const source = 'https://developer.woocommerce.com/docs/apis/store-api/resources-endpoints/order/'

const pounds = { currency_code: 'GBP', currency_minor_unit: 2 }
const yen = { currency_code: 'JPY', currency_minor_unit: 0 }
const dinars = { currency_code: 'KWD', currency_minor_unit: 3 }

const bySku = (line: object) => ('sku' in line ? String(line.sku) : undefined)

export const storeApiOrders: Example[] = [
  example({
    title: 'Amounts in pence, tax apart, after a coupon',
    source,
    document: {
      id: 147,
      status: 'processing',
      items: [
        {
          key: 'wc_order_x',
          id: 27,
          quantity: 2,
          name: 'Wrap dress',
          sku: 'DRESS-10',
          variation: [{ attribute: 'Size', value: '10' }],
          prices: { ...pounds, price: '2499', regular_price: '2999' },
          totals: {
            ...pounds,
            line_subtotal: '4165',
            line_subtotal_tax: '833',
            line_total: '3915',
            line_total_tax: '783',
          },
        },
      ],
      coupons: [{ code: 'hello', totals: { ...pounds, total_discount: '250', total_discount_tax: '50' } }],
      fees: [],
      totals: {
        ...pounds,
        total_price: '5197',
        total_tax: '866',
        total_shipping: '416',
        total_shipping_tax: '83',
        total_fees: '0',
        total_items: '3915',
      },
    },
    map: document => orderFromStoreApi(document, { productId: bySku }),
    total: '51.97',
    expected: {
      order_id: '147',
      order_total: 51.97, // 46.98 + 4.99
      order_tax: 8.66,
      order_shipping: 4.99, // 4.16 + 0.83
      order_currency: 'GBP',
      order_lines: [
        {
          product_id: 'DRESS-10',
          product_name: 'Wrap dress',
          variant_sku: 'DRESS-10',
          quantity: 2,
          order_line_total: 46.98,
        },
      ],
    },
  }),

  example({
    title: 'Yen, and a fee, which is left out of the lines',
    source,
    document: {
      id: 148,
      items: [
        {
          id: 28,
          quantity: 3,
          name: 'Furoshiki',
          sku: 'FURO',
          variation: [],
          totals: { ...yen, line_total: '5400', line_total_tax: '540' },
        },
      ],
      fees: [{ key: 31, name: 'Cash on delivery', totals: { ...yen, total: '300', total_tax: '30' } }],
      totals: {
        ...yen,
        total_price: '6820',
        total_tax: '620',
        total_shipping: '500',
        total_shipping_tax: '50',
      },
    },
    map: document => orderFromStoreApi(document, { productId: bySku }),
    total: '6820',
    leftOut: '330',
    expected: {
      order_id: '148',
      order_total: 6820, // 5940 + 550 + 330
      order_tax: 620,
      order_shipping: 550,
      order_currency: 'JPY',
      order_lines: [
        {
          product_id: 'FURO',
          product_sku: 'FURO',
          product_name: 'Furoshiki',
          quantity: 3,
          order_line_total: 5940,
        },
      ],
    },
  }),

  example({
    title: 'Dinars, and nothing to ship',
    source,
    document: {
      id: 149,
      items: [
        {
          id: 29,
          quantity: 3,
          name: 'Pattern',
          sku: 'PDF',
          variation: [],
          totals: { ...dinars, line_total: '21375', line_total_tax: '0' },
        },
      ],
      fees: [],
      totals: {
        ...dinars,
        total_price: '21375',
        total_tax: '0',
        total_shipping: null,
        total_shipping_tax: null,
      },
    },
    map: document => orderFromStoreApi(document, { productId: bySku }),
    total: '21.375',
    expected: {
      order_id: '149',
      order_total: 21.375,
      order_tax: 0,
      order_shipping: 0,
      order_currency: 'KWD',
      order_lines: [
        {
          product_id: 'PDF',
          product_sku: 'PDF',
          product_name: 'Pattern',
          quantity: 3,
          order_line_total: 21.375,
        },
      ],
    },
  }),

  example({
    title: 'By an id that an extension of the shop adds to its items',
    source,
    document: {
      id: 150,
      items: [
        {
          id: 30,
          quantity: 3,
          name: 'Cup',
          sku: '',
          extensions: { shop: { product: 5, variation: 50 } },
          totals: { ...pounds, line_total: '2525', line_total_tax: '505' },
        },
      ],
      totals: {
        ...pounds,
        total_price: '3030',
        total_tax: '505',
        total_shipping: '0',
        total_shipping_tax: '0',
      },
    },
    map: document =>
      orderFromStoreApi(document, {
        productId: line => ('extensions' in line ? line.extensions?.shop?.product : undefined),
        variantId: line => ('extensions' in line ? line.extensions?.shop?.variation : undefined),
      }),
    total: '30.30',
    expected: {
      order_id: '150',
      order_total: 30.3,
      order_tax: 5.05,
      order_shipping: 0,
      order_currency: 'GBP',
      order_lines: [
        { product_id: '5', product_name: 'Cup', variant_id: '50', quantity: 3, order_line_total: 30.3 },
      ],
    },
  }),

  example({
    title: 'A shop that shows no decimals, a fee that is a discount, and a free gift',
    source,
    document: {
      id: 151,
      items: [
        {
          id: 32,
          quantity: 7,
          name: 'Nail',
          sku: 'NAIL',
          variation: [],
          totals: { ...pounds, currency_minor_unit: 0, line_total: '21', line_total_tax: '4' },
        },
        {
          id: 33,
          quantity: 1,
          name: 'Gift',
          sku: 'GIFT',
          variation: [],
          totals: { ...pounds, currency_minor_unit: 0, line_total: '0', line_total_tax: '0' },
        },
      ],
      fees: [
        {
          key: 34,
          name: 'Member',
          totals: { ...pounds, currency_minor_unit: 0, total: '-5', total_tax: '-1' },
        },
      ],
      totals: {
        ...pounds,
        currency_minor_unit: 0,
        total_price: '19',
        total_tax: '3',
        total_shipping: '0',
        total_shipping_tax: '0',
      },
    },
    map: document => orderFromStoreApi(document, { productId: bySku }),
    total: '19',
    leftOut: '-6',
    expected: {
      order_id: '151',
      order_total: 19, // 25 − 6
      order_tax: 3,
      order_shipping: 0,
      order_currency: 'GBP',
      order_lines: [
        { product_id: 'NAIL', product_sku: 'NAIL', product_name: 'Nail', quantity: 7, order_line_total: 25 },
        { product_id: 'GIFT', product_sku: 'GIFT', product_name: 'Gift', quantity: 1, order_line_total: 0 },
      ],
    },
  }),
]
