import { orderFromGraphQL } from '../../src/magento/index.js'
import { type Example, example } from '../example.js'

// OrderItemPrices came with Magento 2.4.8: app/code/Magento/SalesGraphQl.
const source =
  'https://developer.adobe.com/commerce/webapi/graphql/schema/customer/queries/customer/ (CustomerOrder)'

const money = (currency: string) => (value: number) => ({ value, currency })
const pounds = money('GBP')
const dollars = money('USD')
const yen = money('JPY')
const dinars = money('KWD')
const off = (amount: ReturnType<typeof pounds>) => ({ label: 'Discount', amount })

export const graphqlOrders: Example[] = [
  example({
    title: 'Prices with tax, discounts on a line and on shipping; a variant',
    source,
    document: {
      number: '000000012',
      total: {
        grand_total: pounds(111.49),
        total_tax: pounds(18.58),
        shipping_handling: {
          amount_inc_tax: pounds(4.99),
          amount_exc_tax: pounds(4.16),
          discounts: [off(pounds(1.5))],
        },
      },
      items: [
        {
          product_name: 'Shorts',
          product_sku: 'WSH12-28-Red',
          product_type: 'configurable',
          quantity_ordered: 3,
          product: { uid: 'NjY=', sku: 'WSH12' },
          prices: { row_total_including_tax: pounds(120), price_including_tax: pounds(40) },
          discounts: [off(pounds(10)), off(pounds(2))],
        },
      ],
    },
    map: document => orderFromGraphQL(document),
    total: '111.49',
    expected: {
      order_id: '000000012',
      order_total: 111.49, // 108.00 + 3.49
      order_tax: 18.58,
      order_shipping: 3.49, // 4.99 − 1.50
      order_currency: 'GBP',
      order_lines: [
        {
          product_id: '66',
          product_sku: 'WSH12',
          product_name: 'Shorts',
          variant_sku: 'WSH12-28-Red',
          quantity: 3,
          order_line_total: 108,
        },
      ],
    },
  }),

  example({
    title: 'Prices without tax, no discount, and the price of one alone',
    source,
    document: {
      number: '000000013',
      total: {
        grand_total: dollars(35.76),
        total_tax: dollars(2.65),
        shipping_handling: { amount_inc_tax: dollars(5.4), discounts: null },
      },
      items: [
        {
          product_name: 'Cup',
          product_sku: 'CUP',
          product_type: 'simple',
          quantity_ordered: 3,
          product: { uid: 'NzA=', sku: 'CUP' },
          prices: { price_including_tax: dollars(10.12) },
          discounts: [],
        },
      ],
    },
    map: document => orderFromGraphQL(document),
    total: '35.76',
    expected: {
      order_id: '000000013',
      order_total: 35.76, // 30.36 + 5.40
      order_tax: 2.65,
      order_shipping: 5.4,
      order_currency: 'USD',
      order_lines: [
        { product_id: '70', product_sku: 'CUP', product_name: 'Cup', quantity: 3, order_line_total: 30.36 }, // 3 × 10.12
      ],
    },
  }),

  example({
    title: 'Yen, nothing to ship, and a product deleted since: left out of the lines',
    source,
    document: {
      number: '000000014',
      total: { grand_total: yen(7260), total_tax: yen(660), shipping_handling: null },
      items: [
        {
          product_name: 'Furoshiki',
          product_sku: 'FURO',
          product_type: 'simple',
          quantity_ordered: 3,
          product: { uid: 'OTA=', sku: 'FURO' },
          prices: { row_total_including_tax: yen(5940) },
          discounts: [],
        },
        {
          product_name: 'Old',
          product_sku: 'OLD',
          product_type: 'simple',
          quantity_ordered: 1,
          product: null,
          prices: { row_total_including_tax: yen(1320) },
          discounts: [],
        },
      ],
    },
    map: document => orderFromGraphQL(document),
    total: '7260',
    leftOut: '1320',
    expected: {
      order_id: '000000014',
      order_total: 7260,
      order_tax: 660,
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
    title: 'Dinars',
    source,
    document: {
      number: '000000015',
      total: {
        grand_total: dinars(22.25),
        total_tax: dinars(0),
        shipping_handling: { amount_inc_tax: dinars(1.25) },
      },
      items: [
        {
          product_name: 'Oud',
          product_sku: 'OUD',
          product_type: 'simple',
          quantity_ordered: 3,
          product: { uid: 'OTU=', sku: 'OUD' },
          prices: { row_total_including_tax: dinars(21.375) },
          discounts: [off(dinars(0.375))],
        },
      ],
    },
    map: document => orderFromGraphQL(document),
    total: '22.250',
    expected: {
      order_id: '000000015',
      order_total: 22.25, // 21.000 + 1.250
      order_tax: 0,
      order_shipping: 1.25,
      order_currency: 'KWD',
      order_lines: [
        { product_id: '95', product_sku: 'OUD', product_name: 'Oud', quantity: 3, order_line_total: 21 },
      ],
    },
  }),

  example({
    title: 'SKUs as ids, a half metre, numbers that a float made, returned since',
    source,
    document: {
      number: '000000016',
      total: {
        grand_total: pounds(30.299999999999997),
        total_tax: pounds(5.05),
        shipping_handling: { amount_inc_tax: pounds(0) },
      },
      items: [
        {
          product_name: 'Cloth',
          product_sku: 'CLOTH',
          product_type: 'simple',
          quantity_ordered: 1.5,
          quantity_returned: 1.5,
          product: { uid: 'OTY=' },
          prices: { row_total_including_tax: pounds(30.299999999999997) },
        },
      ],
    },
    map: document => orderFromGraphQL(document, { productId: item => item.product_sku }),
    total: '30.3',
    expected: {
      order_id: '000000016',
      order_total: 30.3,
      order_tax: 5.05,
      order_shipping: 0,
      order_currency: 'GBP',
      order_lines: [
        {
          product_id: 'CLOTH',
          product_sku: 'CLOTH',
          product_name: 'Cloth',
          quantity: 1.5,
          order_line_total: 30.3,
        },
      ],
    },
  }),
]
