import { orderFromCheckout } from '../../src/bigcommerce/index.js'
import { type Example, example } from '../example.js'

const source =
  'https://developer.bigcommerce.com/docs/rest-storefront/orders (reference/orders.sf.yml of bigcommerce/docs)'

const nothing = { handlingCostTotal: 0, giftWrappingCostTotal: 0, fees: [] }
const item = { variantId: 1, sku: 'CUP', discountAmount: 0, couponAmount: 0, retailPrice: 0 }

export const checkoutOrders: Example[] = [
  example({
    title: 'Prices with tax, a coupon, a digital product, a retail price',
    source,
    document: {
      orderId: 295,
      customerId: 20,
      currency: { code: 'GBP', decimalPlaces: 2 },
      isTaxIncluded: true,
      orderAmount: 65.47,
      taxTotal: 10.91,
      shippingCostTotal: 4.99,
      ...nothing,
      lineItems: {
        physicalItems: [
          {
            ...item,
            productId: 77,
            name: 'Cup',
            quantity: 3,
            listPrice: 19.99,
            retailPrice: 24.99,
            extendedSalePrice: 59.97,
            couponAmount: 6,
          },
        ],
        digitalItems: [
          {
            ...item,
            productId: 78,
            variantId: 2,
            sku: '',
            name: 'Pattern',
            quantity: 1,
            extendedSalePrice: 7.23,
            couponAmount: 0.72,
          },
        ],
        giftCertificates: [],
      },
    },
    map: document => orderFromCheckout(document),
    total: '65.47',
    expected: {
      order_id: '295',
      user_id: '20',
      order_total: 65.47, // 53.97 + 6.51 + 4.99
      order_tax: 10.91,
      order_shipping: 4.99,
      order_currency: 'GBP',
      order_lines: [
        {
          product_id: '77',
          product_name: 'Cup',
          variant_id: '1',
          variant_sku: 'CUP',
          quantity: 3,
          unit_rrp: 24.99,
          order_line_total: 53.97,
        },
        { product_id: '78', product_name: 'Pattern', variant_id: '2', quantity: 1, order_line_total: 6.51 },
      ],
    },
  }),

  example({
    title: 'A discount that is not in the sale price yet, and a custom item, a gift certificate and fees',
    source,
    document: {
      orderId: 296,
      customerId: 0,
      currency: { code: 'EUR' },
      isTaxIncluded: true,
      orderAmount: 70.8,
      taxTotal: 7.3,
      shippingCostTotal: 0,
      handlingCostTotal: 2,
      giftWrappingCostTotal: 3.5,
      fees: [{ id: 1, type: 'custom_fee', customerDisplayName: 'Assembly', cost: 4, source: 'AA' }],
      lineItems: {
        physicalItems: [
          {
            ...item,
            productId: 77,
            name: 'Cup',
            quantity: 3,
            extendedSalePrice: 30.3,
            discountAmount: 3.03,
            couponAmount: 1.02,
          },
        ],
        digitalItems: [],
        customItems: [
          { id: 'x', name: 'Engraving', sku: 'ENG', quantity: 2, listPrice: 5.025, extendedListPrice: 10.05 },
        ],
        giftCertificates: [{ id: 1, name: 'For you', amount: 25 }],
      },
    },
    map: document => orderFromCheckout(document),
    total: '70.80',
    leftOut: '44.55', // 10.05 + 25.00 + 4.00 + 2.00 + 3.50
    expected: {
      order_id: '296',
      order_total: 70.8, // 26.25 + 44.55
      order_tax: 7.3,
      order_shipping: 0,
      order_currency: 'EUR',
      order_lines: [
        {
          product_id: '77',
          product_name: 'Cup',
          variant_id: '1',
          variant_sku: 'CUP',
          quantity: 3,
          order_line_total: 26.25,
        }, // 30.30 − 3.03 − 1.02
      ],
    },
  }),

  example({
    title: 'Prices without tax, and no tax',
    source,
    document: {
      orderId: 297,
      customerId: 21,
      currency: { code: 'USD' },
      isTaxIncluded: false,
      orderAmount: 35.29,
      taxTotal: 0,
      shippingCostTotal: 4.99,
      ...nothing,
      lineItems: {
        physicalItems: [
          {
            ...item,
            productId: 77,
            name: 'Cup',
            quantity: 3,
            retailPrice: 12,
            extendedSalePrice: 30.3,
            discountAmount: 3,
          },
        ],
        digitalItems: [],
        giftCertificates: [],
      },
    },
    map: document => orderFromCheckout(document),
    total: '35.29',
    expected: {
      order_id: '297',
      user_id: '21',
      order_total: 35.29, // 30.30, in which the discount is already, and 4.99
      order_tax: 0,
      order_shipping: 4.99,
      order_currency: 'USD',
      order_lines: [
        {
          product_id: '77',
          product_name: 'Cup',
          variant_id: '1',
          variant_sku: 'CUP',
          quantity: 3,
          order_line_total: 30.3,
        },
      ],
    },
  }),

  example({
    title: 'Prices without tax, and one line alone that the tax can be of',
    source,
    document: {
      orderId: 298,
      customerId: 21,
      currency: { code: 'USD' },
      isTaxIncluded: false,
      orderAmount: 32.65,
      taxTotal: 2.35,
      shippingCostTotal: 0,
      ...nothing,
      lineItems: {
        physicalItems: [{ ...item, productId: 77, name: 'Cup', quantity: 3, extendedSalePrice: 30.3 }],
        digitalItems: [],
        giftCertificates: [],
      },
    },
    map: document => orderFromCheckout(document),
    total: '32.65',
    expected: {
      order_id: '298',
      user_id: '21',
      order_total: 32.65,
      order_tax: 2.35,
      order_shipping: 0,
      order_currency: 'USD',
      order_lines: [
        {
          product_id: '77',
          product_name: 'Cup',
          variant_id: '1',
          variant_sku: 'CUP',
          quantity: 3,
          order_line_total: 32.65,
        }, // 30.30 and 2.35
      ],
    },
  }),

  example({
    title: 'Yen',
    source,
    document: {
      orderId: 299,
      customerId: 22,
      currency: { code: 'JPY', decimalPlaces: 0 },
      isTaxIncluded: true,
      orderAmount: 6490,
      taxTotal: 590,
      shippingCostTotal: 550,
      ...nothing,
      lineItems: {
        physicalItems: [
          {
            ...item,
            productId: 3,
            variantId: 30,
            sku: 'FURO',
            name: 'Furoshiki',
            quantity: 3,
            extendedSalePrice: 5940,
          },
        ],
        digitalItems: [],
      },
    },
    map: document =>
      orderFromCheckout(document, { productId: line => ('sku' in line ? line.sku : undefined) }),
    total: '6490',
    expected: {
      order_id: '299',
      user_id: '22',
      order_total: 6490, // 5940 + 550
      order_tax: 590,
      order_shipping: 550,
      order_currency: 'JPY',
      order_lines: [
        {
          product_id: 'FURO',
          product_name: 'Furoshiki',
          variant_id: '30',
          variant_sku: 'FURO',
          quantity: 3,
          order_line_total: 5940,
        },
      ],
    },
  }),
]
