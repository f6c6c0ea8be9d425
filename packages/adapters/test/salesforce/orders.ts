import { orderFromScapi } from '../../src/salesforce/index.js'
import { type Example, example } from '../example.js'

const source = 'https://developer.salesforce.com/docs/commerce/commerce-api/references/shopper-orders (Order)'

export const orders: Example[] = [
  example({
    title: 'Gross: prices have tax in them, after a coupon on the order and free shipping',
    source,
    document: {
      orderNo: '00001001',
      currency: 'GBP',
      taxation: 'gross',
      guest: false,
      customerInfo: { customerId: 'abcdef', customerNo: '0001' },
      orderTotal: 56.23,
      taxTotal: 9.37,
      shippingTotal: 0,
      shippingTotalTax: 0.83,
      adjustedShippingTotalTax: 0,
      orderPriceAdjustments: [{ price: -6.25 }],
      productItems: [
        {
          productId: 'DRESS-10',
          productName: 'Dress',
          quantity: 2,
          price: 49.98,
          priceAfterItemDiscount: 49.98,
          priceAfterOrderDiscount: 44.98,
          tax: 8.33,
          adjustedTax: 7.5,
        },
        {
          productId: 'BELT',
          productName: 'Belt',
          quantity: 1,
          price: 12.5,
          priceAfterItemDiscount: 12.5,
          priceAfterOrderDiscount: 11.25,
          tax: 2.08,
          adjustedTax: 1.87,
        },
      ],
    },
    map: document => orderFromScapi(document),
    total: '56.23',
    expected: {
      order_id: '00001001',
      user_id: 'abcdef',
      order_total: 56.23, // 44.98 + 11.25
      order_tax: 9.37,
      order_shipping: 0,
      order_currency: 'GBP',
      order_lines: [
        { product_id: 'DRESS-10', product_name: 'Dress', quantity: 2, order_line_total: 44.98 },
        { product_id: 'BELT', product_name: 'Belt', quantity: 1, order_line_total: 11.25 },
      ],
    },
  }),

  example({
    title:
      'Net: the adjusted tax comes on top, on shipping that was discounted too; a bonus product, a guest',
    source,
    document: {
      orderNo: '00001002',
      currency: 'USD',
      taxation: 'net',
      guest: true,
      customerInfo: { customerId: 'guest-1' },
      orderTotal: 63.46,
      taxTotal: 4.49,
      shippingTotal: 5,
      shippingTotalTax: 0.54,
      adjustedShippingTotalTax: 0.31,
      productItems: [
        {
          productId: 'TEE-S',
          productName: 'Tee',
          quantity: 3,
          price: 59.97,
          priceAfterOrderDiscount: 53.97,
          tax: 4.65,
          adjustedTax: 4.18,
        },
        {
          productId: 'PIN',
          productName: 'Pin',
          quantity: 1,
          price: 0,
          priceAfterOrderDiscount: 0,
          tax: 0,
          adjustedTax: 0,
          bonusProductLineItem: true,
        },
      ],
    },
    map: document => orderFromScapi(document),
    total: '63.46',
    expected: {
      order_id: '00001002',
      order_total: 63.46, // 58.15 + 5.31
      order_tax: 4.49,
      order_shipping: 5.31, // 5.00 and 0.31
      order_currency: 'USD',
      order_lines: [
        { product_id: 'TEE-S', product_name: 'Tee', quantity: 3, order_line_total: 58.15 }, // 53.97 and 4.18
        { product_id: 'PIN', product_name: 'Pin', quantity: 1, order_line_total: 0 },
      ],
    },
  }),

  example({
    title: 'A warranty that was chosen with a lamp is the lamp’s; a gift certificate is no product’s',
    source,
    document: {
      orderNo: '00001003',
      currency: 'EUR',
      taxation: 'gross',
      orderTotal: 89.89,
      taxTotal: 10.36,
      shippingTotal: 4.99,
      productItems: [
        {
          productId: 'LAMP',
          productName: 'Lamp',
          quantity: 1,
          priceAfterOrderDiscount: 49.9,
          optionItems: [{ optionId: 'warranty', optionValueId: '2y', priceAfterOrderDiscount: 10 }],
        },
      ],
      giftCertificateItems: [{ amount: 25, recipientEmail: 'ada@shop.example' }],
    },
    map: document => orderFromScapi(document),
    total: '89.89',
    leftOut: '25',
    expected: {
      order_id: '00001003',
      order_total: 89.89, // 59.90 + 4.99 + 25.00
      order_tax: 10.36,
      order_shipping: 4.99,
      order_currency: 'EUR',
      order_lines: [{ product_id: 'LAMP', product_name: 'Lamp', quantity: 1, order_line_total: 59.9 }], // 49.90 + 10.00
    },
  }),

  example({
    title: 'Yen',
    source,
    document: {
      orderNo: '00001004',
      currency: 'JPY',
      taxation: 'gross',
      orderTotal: 6490,
      taxTotal: 590,
      shippingTotal: 550,
      productItems: [
        { productId: 'FURO', productName: 'Furoshiki', quantity: 3, priceAfterOrderDiscount: 5940 },
      ],
    },
    map: document => orderFromScapi(document),
    total: '6490',
    expected: {
      order_id: '00001004',
      order_total: 6490, // 5940 + 550
      order_tax: 590,
      order_shipping: 550,
      order_currency: 'JPY',
      order_lines: [{ product_id: 'FURO', product_name: 'Furoshiki', quantity: 3, order_line_total: 5940 }],
    },
  }),

  example({
    title: 'Dinars, and masters in place of SKUs',
    source,
    document: {
      orderNo: '00001005',
      currency: 'KWD',
      taxation: 'net',
      customerInfo: { customerId: 'kuwait' },
      orderTotal: 23.694,
      taxTotal: 1.069,
      shippingTotal: 1.25,
      adjustedShippingTotalTax: 0,
      productItems: [
        {
          productId: 'OUD-3ML',
          c_master: 'OUD',
          productName: 'Oud',
          quantity: 3,
          priceAfterOrderDiscount: 21.375,
          adjustedTax: 1.069,
        },
      ],
    },
    map: document =>
      orderFromScapi(document, {
        productId: item => ('c_master' in item ? item.c_master : undefined),
        variantId: item => ('productId' in item ? item.productId : undefined),
      }),
    total: '23.694',
    expected: {
      order_id: '00001005',
      user_id: 'kuwait',
      order_total: 23.694, // 22.444 + 1.250
      order_tax: 1.069,
      order_shipping: 1.25,
      order_currency: 'KWD',
      order_lines: [
        {
          product_id: 'OUD',
          product_name: 'Oud',
          variant_id: 'OUD-3ML',
          quantity: 3,
          order_line_total: 22.444,
        },
      ], // 21.375 and 1.069
    },
  }),
]
