import { orderFromVendure } from '../../src/vendure/index.js'
import { type Example, example } from '../example.js'

const source = 'https://docs.vendure.io/reference/graphql-api/shop/object-types/#order'

const variant = (id: string, sku: string, name: string) => ({ id: `v${id}`, sku, name, product: { id } })

export const orders: Example[] = [
  example({
    title: 'Prorated prices: the order’s discount is in them',
    source,
    document: {
      code: 'ZK4XQX5Q',
      currencyCode: 'GBP',
      totalWithTax: 6122,
      shippingWithTax: 499,
      customer: { id: '4', user: { id: '9' } },
      taxSummary: [{ description: 'VAT', taxTotal: 1020 }],
      surcharges: [],
      lines: [
        {
          quantity: 2,
          proratedLinePriceWithTax: 4498,
          discountedLinePriceWithTax: 4998,
          productVariant: variant('1', 'DRESS-10', 'Dress 10'),
        },
        {
          quantity: 1,
          proratedLinePriceWithTax: 1125,
          discountedLinePriceWithTax: 1250,
          productVariant: variant('2', '', 'Belt'),
        },
      ],
    },
    map: document => orderFromVendure(document),
    total: '61.22',
    expected: {
      order_id: 'ZK4XQX5Q',
      user_id: '4',
      order_total: 61.22, // 44.98 + 11.25 + 4.99
      order_tax: 10.2,
      order_shipping: 4.99,
      order_currency: 'GBP',
      order_lines: [
        {
          product_id: '1',
          product_name: 'Dress 10',
          variant_id: 'v1',
          variant_sku: 'DRESS-10',
          quantity: 2,
          order_line_total: 44.98,
        },
        { product_id: '2', product_name: 'Belt', variant_id: 'v2', quantity: 1, order_line_total: 11.25 },
      ],
    },
  }),

  example({
    title: 'Surcharges up and down, a guest, two tax rates',
    source,
    document: {
      code: 'SURCHARGE',
      currencyCode: 'USD',
      totalWithTax: 3295,
      shippingWithTax: 0,
      customer: { id: '5', user: null },
      taxSummary: [{ taxTotal: 200 }, { taxTotal: 35 }],
      surcharges: [
        { description: 'Card', sku: 'CARD', priceWithTax: 330 },
        { description: 'Member', priceWithTax: -300 },
      ],
      lines: [{ quantity: 3, proratedLinePriceWithTax: 3265, productVariant: variant('5', 'CUP', 'Cup') }],
    },
    map: document => orderFromVendure(document),
    total: '32.95',
    leftOut: '0.3',
    expected: {
      order_id: 'SURCHARGE',
      order_total: 32.95, // 32.65 + 0.30
      order_tax: 2.35,
      order_shipping: 0,
      order_currency: 'USD',
      order_lines: [
        {
          product_id: '5',
          product_name: 'Cup',
          variant_id: 'v5',
          variant_sku: 'CUP',
          quantity: 3,
          order_line_total: 32.65,
        },
      ],
    },
  }),

  example({
    title: 'Yen with the two decimals that Vendure gives them',
    source,
    document: {
      code: 'YEN',
      currencyCode: 'JPY',
      totalWithTax: 649000,
      shippingWithTax: 55000,
      customer: null,
      taxSummary: [{ taxTotal: 59000 }],
      lines: [
        { quantity: 3, proratedLinePriceWithTax: 594000, productVariant: variant('3', 'FURO', 'Furoshiki') },
      ],
    },
    map: document => orderFromVendure(document),
    total: '6490',
    expected: {
      order_id: 'YEN',
      order_total: 6490,
      order_tax: 590,
      order_shipping: 550,
      order_currency: 'JPY',
      order_lines: [
        {
          product_id: '3',
          product_name: 'Furoshiki',
          variant_id: 'v3',
          variant_sku: 'FURO',
          quantity: 3,
          order_line_total: 5940,
        },
      ],
    },
  }),

  example({
    title: 'Dinars in a shop with a precision of three',
    source,
    document: {
      code: 'DINARS',
      currencyCode: 'KWD',
      totalWithTax: 22625,
      shippingWithTax: 1250,
      customer: null,
      taxSummary: [],
      lines: [{ quantity: 3, proratedLinePriceWithTax: 21375, productVariant: variant('8', 'OUD', 'Oud') }],
    },
    map: document => orderFromVendure(document, { precision: 3 }),
    total: '22.625',
    expected: {
      order_id: 'DINARS',
      order_total: 22.625,
      order_tax: 0,
      order_shipping: 1.25,
      order_currency: 'KWD',
      order_lines: [
        {
          product_id: '8',
          product_name: 'Oud',
          variant_id: 'v8',
          variant_sku: 'OUD',
          quantity: 3,
          order_line_total: 21.375,
        },
      ],
    },
  }),

  example({
    title: 'A line that was cancelled since is no line any more; numbers as ids',
    source,
    document: {
      code: 'MODIFIED',
      currencyCode: 'EUR',
      totalWithTax: 3030,
      shippingWithTax: 0,
      customer: { id: 6, user: { id: 10 } },
      taxSummary: [{ taxTotal: 484 }],
      surcharges: null,
      lines: [
        {
          quantity: 0,
          orderPlacedQuantity: 1,
          proratedLinePriceWithTax: 0,
          productVariant: variant('6', 'BOWL', 'Bowl'),
        },
        {
          quantity: 3,
          orderPlacedQuantity: 3,
          proratedLinePriceWithTax: 3030,
          productVariant: { id: 50, sku: 'CUP', name: 'Cup', product: { id: 5 } },
        },
      ],
    },
    map: document => orderFromVendure(document),
    total: '30.3',
    expected: {
      order_id: 'MODIFIED',
      user_id: '6',
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
      ],
    },
  }),
]
