import { orderFromCommercetools } from '../../src/commercetools/index.js'
import { type Example, example } from '../example.js'

const source = 'https://docs.commercetools.com/api/projects/orders#order'

const money = (currencyCode: string, fractionDigits: number) => (centAmount: number) => ({
  type: 'centPrecision',
  currencyCode,
  centAmount,
  fractionDigits,
})
const euros = money('EUR', 2)
const yen = money('JPY', 0)
const dinars = money('KWD', 3)
const taxed = (totalGross: ReturnType<typeof euros>, totalTax = euros(0)) => ({
  totalGross,
  totalTax,
  taxPortions: [],
})
const included = { name: 'VAT', amount: 0.19, includedInPrice: true }

export const orders: Example[] = [
  example({
    title: 'Prices without tax, a discounted line, a voucher, gift wrap: those two left out of the lines',
    source,
    document: {
      type: 'Order',
      id: 'c5a0d2b7-1f5e-4d0a-9a3b-0f9d8f1b2c3d',
      orderNumber: 'CT-1001',
      customerId: '8e4c1d2f-customer',
      locale: 'de-DE',
      totalPrice: euros(5500),
      taxedPrice: taxed(euros(6545), euros(1045)),
      taxedShippingPrice: taxed(euros(595), euros(95)),
      shippingInfo: { shippingMethodName: 'DHL', price: euros(500) },
      lineItems: [
        {
          id: 'l1',
          productId: 'f3b1-product',
          productKey: 'dress',
          name: { 'en-GB': 'Dress', 'de-DE': 'Kleid' },
          variant: { id: 2, sku: 'DRESS-38' },
          quantity: 2,
          price: { value: euros(3000) },
          discountedPricePerQuantity: [{ quantity: 2, discountedPrice: { value: euros(2500) } }],
          totalPrice: euros(5000),
          taxedPrice: taxed(euros(5950), euros(950)),
          taxedPricePortions: [],
          lineItemMode: 'Standard',
        },
      ],
      customLineItems: [
        {
          name: { 'de-DE': 'Gutschein' },
          quantity: 1,
          totalPrice: euros(-500),
          taxedPrice: taxed(euros(-595), euros(-95)),
          taxedPricePortions: [],
        },
        {
          name: { 'de-DE': 'Geschenkpapier' },
          quantity: 1,
          totalPrice: euros(500),
          taxedPrice: taxed(euros(595), euros(95)),
          taxedPricePortions: [],
        },
      ],
    },
    map: document => orderFromCommercetools(document, { locale: 'en-GB' }),
    total: '65.45',
    leftOut: '0', // −5.95 + 5.95
    expected: {
      order_id: 'CT-1001',
      user_id: '8e4c1d2f-customer',
      order_total: 65.45, // 59.50 + 5.95
      order_tax: 10.45,
      order_shipping: 5.95,
      order_currency: 'EUR',
      order_lines: [
        {
          product_id: 'f3b1-product',
          product_name: 'Dress',
          variant_sku: 'DRESS-38',
          quantity: 2,
          order_line_total: 59.5,
        },
      ],
    },
  }),

  example({
    title: 'A discount on the total price, which lowers no line',
    source,
    document: {
      id: 'order-2',
      totalPrice: euros(3141),
      taxedPrice: taxed(euros(3141), euros(502)),
      discountOnTotalPrice: {
        discountedAmount: euros(349),
        discountedGrossAmount: euros(349),
        includedDiscounts: [],
      },
      shippingInfo: { price: euros(990), discountedPrice: { value: euros(460) }, taxRate: included },
      lineItems: [
        {
          productId: 'cup',
          name: { en: 'Cup' },
          variant: { id: 1, sku: 'CUP' },
          quantity: 3,
          totalPrice: euros(3030),
          taxRate: included,
        },
      ],
    },
    map: document => orderFromCommercetools(document),
    total: '31.41',
    leftOut: '-3.49',
    expected: {
      order_id: 'order-2',
      order_total: 31.41, // 30.30 + 4.60 − 3.49
      order_tax: 5.02,
      order_shipping: 4.6,
      order_currency: 'EUR',
      order_lines: [{ product_id: 'cup', variant_sku: 'CUP', quantity: 3, order_line_total: 30.3 }],
    },
  }),

  example({
    title: 'Several shipping methods: a line is told in portions',
    source,
    document: {
      id: 'order-3',
      orderNumber: 'CT-1003',
      shippingMode: 'Multiple',
      totalPrice: euros(9000),
      taxedPrice: taxed(euros(10710), euros(1710)),
      taxedShippingPrice: taxed(euros(1190), euros(190)),
      shipping: [{ shippingInfo: { price: euros(500) } }, { shippingInfo: { price: euros(500) } }],
      lineItems: [
        {
          productId: 'chair',
          name: { en: 'Chair' },
          variant: { id: 1 },
          quantity: 4,
          totalPrice: euros(8000),
          taxedPricePortions: [
            { shippingMethodKey: 'a', taxedPrice: taxed(euros(2380), euros(380)) },
            { shippingMethodKey: 'b', taxedPrice: taxed(euros(7140), euros(1140)) },
          ],
        },
        {
          productId: 'pin',
          name: { en: 'Pin' },
          variant: { id: 1 },
          quantity: 1,
          totalPrice: euros(0),
          taxedPrice: taxed(euros(0)),
          lineItemMode: 'GiftLineItem',
        },
      ],
    },
    map: document =>
      orderFromCommercetools(document, {
        locale: 'en',
        variantId: line => ('productId' in line ? `${line.productId}/1` : undefined),
      }),
    total: '107.10',
    expected: {
      order_id: 'CT-1003',
      order_total: 107.1, // 95.20 + 11.90
      order_tax: 17.1,
      order_shipping: 11.9,
      order_currency: 'EUR',
      order_lines: [
        {
          product_id: 'chair',
          product_name: 'Chair',
          variant_id: 'chair/1',
          quantity: 4,
          order_line_total: 95.2,
        }, // 23.80 + 71.40
        { product_id: 'pin', product_name: 'Pin', variant_id: 'pin/1', quantity: 1, order_line_total: 0 },
      ],
    },
  }),

  example({
    title: 'Yen, and taxes switched off',
    source,
    document: {
      id: 'order-4',
      taxMode: 'Disabled',
      locale: 'ja',
      totalPrice: yen(6490),
      shippingInfo: { price: yen(550) },
      lineItems: [
        {
          productId: 'furo',
          name: { ja: '風呂敷' },
          variant: { id: 1, sku: 'FURO' },
          quantity: 3,
          totalPrice: yen(5940),
          taxedPricePortions: [],
        },
      ],
    },
    map: document => orderFromCommercetools(document),
    total: '6490',
    expected: {
      order_id: 'order-4',
      order_total: 6490, // 5940 + 550
      order_shipping: 550,
      order_currency: 'JPY',
      order_lines: [
        {
          product_id: 'furo',
          product_name: '風呂敷',
          variant_sku: 'FURO',
          quantity: 3,
          order_line_total: 5940,
        },
      ],
    },
  }),

  example({
    title: 'Dinars, a high-precision discount, nothing to ship, returned since',
    source,
    document: {
      id: 'order-5',
      orderNumber: 'CT-1005',
      totalPrice: dinars(21000),
      taxedPrice: taxed(dinars(21000), dinars(0)),
      discountOnTotalPrice: {
        discountedAmount: {
          type: 'highPrecision',
          currencyCode: 'KWD',
          centAmount: 375,
          preciseAmount: 37500,
          fractionDigits: 5,
        },
        includedDiscounts: [],
      },
      returnInfo: [{ items: [{ lineItemId: 'l1', quantity: 3 }] }],
      lineItems: [
        {
          productId: 'oud',
          name: { ar: 'عود' },
          variant: { id: 1, sku: 'OUD' },
          quantity: 3,
          totalPrice: dinars(21375),
          taxedPrice: taxed(dinars(21375), dinars(0)),
        },
      ],
    },
    map: document => orderFromCommercetools(document, { locale: 'en' }),
    total: '21',
    leftOut: '-0.375',
    expected: {
      order_id: 'CT-1005',
      order_total: 21, // 21.375 − 0.375
      order_tax: 0,
      order_currency: 'KWD',
      order_lines: [{ product_id: 'oud', variant_sku: 'OUD', quantity: 3, order_line_total: 21.375 }],
    },
  }),
]
