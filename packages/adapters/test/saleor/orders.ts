import { orderFromSaleor } from '../../src/saleor/index.js'
import { type Example, example } from '../example.js'

const source =
  'https://docs.saleor.io/api-reference/orders/objects/order (saleor/graphql/schema.graphql of saleor/saleor)'

const money = (currency: string) => (amount: number) => ({ amount, currency })
const pounds = money('GBP')
const dollars = money('USD')
const yen = money('JPY')
const dinars = money('KWD')
const variant = (id: string, kind = 'NORMAL') => ({
  id: `variant-${id}`,
  product: { id: `product-${id}`, productType: { kind } },
})

export const orders: Example[] = [
  example({
    title: 'Prices with tax, after the discounts of the line and of the order',
    source,
    document: {
      number: '1001',
      user: { id: 'VXNlcjox' },
      total: { gross: pounds(61.22), tax: pounds(10.2), net: pounds(51.02) },
      shippingPrice: { gross: pounds(4.99) },
      lines: [
        {
          productName: 'Dress',
          productSku: 'DRESS-10',
          productVariantId: 'variant-1',
          quantity: 2,
          totalPrice: { gross: pounds(44.98) },
          variant: variant('1'),
        },
        {
          productName: 'Belt',
          productSku: null,
          productVariantId: 'variant-2',
          quantity: 1,
          totalPrice: { gross: pounds(11.25) },
          variant: variant('2'),
        },
      ],
    },
    map: document => orderFromSaleor(document),
    total: '61.22',
    expected: {
      order_id: '1001',
      user_id: 'VXNlcjox',
      order_total: 61.22, // 44.98 + 11.25 + 4.99
      order_tax: 10.2,
      order_shipping: 4.99,
      order_currency: 'GBP',
      order_lines: [
        {
          product_id: 'product-1',
          product_name: 'Dress',
          variant_id: 'variant-1',
          variant_sku: 'DRESS-10',
          quantity: 2,
          order_line_total: 44.98,
        },
        {
          product_id: 'product-2',
          product_name: 'Belt',
          variant_id: 'variant-2',
          quantity: 1,
          order_line_total: 11.25,
        },
      ],
    },
  }),

  example({
    title: 'Prices without tax: gross is with it; a gift, a guest',
    source,
    document: {
      number: '1002',
      user: null,
      total: { gross: dollars(38.04), tax: dollars(2.75) },
      shippingPrice: { gross: dollars(5.39) },
      lines: [
        {
          productName: 'Cup',
          productSku: 'CUP',
          quantity: 3,
          totalPrice: { gross: dollars(32.65) },
          variant: variant('5'),
        },
        {
          productName: 'Pin',
          productSku: 'PIN',
          quantity: 1,
          totalPrice: { gross: dollars(0) },
          isGift: true,
          variant: variant('6'),
        },
      ],
    },
    map: document => orderFromSaleor(document),
    total: '38.04',
    expected: {
      order_id: '1002',
      order_total: 38.04, // 32.65 + 5.39
      order_tax: 2.75,
      order_shipping: 5.39,
      order_currency: 'USD',
      order_lines: [
        {
          product_id: 'product-5',
          product_name: 'Cup',
          variant_id: 'variant-5',
          variant_sku: 'CUP',
          quantity: 3,
          order_line_total: 32.65,
        },
        {
          product_id: 'product-6',
          product_name: 'Pin',
          variant_id: 'variant-6',
          variant_sku: 'PIN',
          quantity: 1,
          order_line_total: 0,
        },
      ],
    },
  }),

  example({
    title: 'Yen, a gift card that was bought, and a variant deleted since: left out of the lines',
    source,
    document: {
      number: '1003',
      user: { id: 'VXNlcjoz' },
      total: { gross: yen(10810), tax: yen(710) },
      shippingPrice: { gross: yen(550) },
      lines: [
        {
          productName: 'Furoshiki',
          productSku: 'FURO',
          quantity: 3,
          totalPrice: { gross: yen(5940) },
          variant: variant('3'),
        },
        {
          productName: 'Gift card',
          productSku: 'GC',
          quantity: 1,
          totalPrice: { gross: yen(3000) },
          variant: variant('4', 'GIFT_CARD'),
        },
        {
          productName: 'Old',
          productSku: 'OLD',
          productVariantId: 'variant-9',
          quantity: 1,
          totalPrice: { gross: yen(1320) },
          variant: null,
        },
      ],
    },
    map: document => orderFromSaleor(document),
    total: '10810',
    leftOut: '4320',
    expected: {
      order_id: '1003',
      user_id: 'VXNlcjoz',
      order_total: 10810, // 5940 + 550 + 4320
      order_tax: 710,
      order_shipping: 550,
      order_currency: 'JPY',
      order_lines: [
        {
          product_id: 'product-3',
          product_name: 'Furoshiki',
          variant_id: 'variant-3',
          variant_sku: 'FURO',
          quantity: 3,
          order_line_total: 5940,
        },
      ],
    },
  }),

  example({
    title: 'Dinars, without the product type and the tax',
    source,
    document: {
      number: '1004',
      total: { gross: dinars(22.625) },
      shippingPrice: { gross: dinars(1.25) },
      lines: [
        {
          productName: 'Oud',
          productSku: 'OUD',
          quantity: 3,
          totalPrice: { gross: dinars(21.375) },
          variant: { id: 'variant-8', product: { id: 'product-8' } },
        },
      ],
    },
    map: document => orderFromSaleor(document),
    total: '22.625',
    expected: {
      order_id: '1004',
      order_total: 22.625,
      order_shipping: 1.25,
      order_currency: 'KWD',
      order_lines: [
        {
          product_id: 'product-8',
          product_name: 'Oud',
          variant_id: 'variant-8',
          variant_sku: 'OUD',
          quantity: 3,
          order_line_total: 21.375,
        },
      ],
    },
  }),

  example({
    title: 'SKUs as ids, partly refunded since, partly paid by gift card',
    source,
    document: {
      number: '1005',
      user: null,
      total: { gross: pounds(30.3), tax: pounds(5.05) },
      totalCharged: pounds(20.3),
      grantedRefunds: [{ amount: pounds(10.1) }],
      shippingPrice: { gross: pounds(0) },
      lines: [
        {
          productName: 'Cup',
          productSku: 'CUP',
          productVariantId: 'variant-5',
          quantity: 3,
          totalPrice: { gross: pounds(30.3) },
          variant: null,
        },
      ],
    },
    map: document => orderFromSaleor(document, { productId: line => line.productSku }),
    total: '30.3',
    expected: {
      order_id: '1005',
      order_total: 30.3,
      order_tax: 5.05,
      order_shipping: 0,
      order_currency: 'GBP',
      order_lines: [
        {
          product_id: 'CUP',
          product_name: 'Cup',
          variant_id: 'variant-5',
          variant_sku: 'CUP',
          quantity: 3,
          order_line_total: 30.3,
        },
      ],
    },
  }),
]
