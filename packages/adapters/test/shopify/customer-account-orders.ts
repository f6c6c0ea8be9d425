import { orderFromCustomerAccount } from '../../src/shopify/index.js'
import { type Example, example } from '../example.js'

const source = 'https://shopify.dev/docs/api/customer/latest/objects/Order'

const money = (currencyCode: string) => (amount: string) => ({ amount, currencyCode })
const product = (id: number, sku: string | null, title: string) => ({
  productId: `gid://shopify/Product/${id}`,
  variantId: `gid://shopify/ProductVariant/${id}00`,
  sku,
  title,
})
const dollars = money('USD')
const yen = money('JPY')
const dinars = money('KWD')
const euros = money('EUR')

export const customerAccountOrders: Example[] = [
  example({
    title: 'Prices without tax: each sale has its own in it',
    source,
    document: {
      id: 'gid://shopify/Order/5678901234011',
      customer: { id: 'gid://shopify/Customer/706405506930' },
      currencyCode: 'USD',
      // Some came back since, which lowers totalPrice alone.
      totalPrice: dollars('10.76'),
      soldInformation: { total: dollars('69.97'), totalTaxes: dollars('4.98') },
      agreements: {
        nodes: [
          {
            __typename: 'OrderAgreement',
            sales: {
              nodes: [
                // 3 × 19.99 = 59.97, less 6.00, and 4.18 of tax
                {
                  __typename: 'ProductSale',
                  quantity: 3,
                  totalAmount: dollars('58.15'),
                  lineItem: product(1, 'TEE-S', 'Tee'),
                },
                // 5.99 and 0.46 of tax
                {
                  __typename: 'ProductSale',
                  quantity: 1,
                  totalAmount: dollars('6.45'),
                  lineItem: product(2, null, 'Socks'),
                },
                // 7.00 less 2.00, and 0.37 of tax
                { __typename: 'ShippingLineSale', quantity: 1, totalAmount: dollars('5.37') },
              ],
            },
          },
          { __typename: 'ReturnAgreement' },
          { __typename: 'RefundAgreement' },
        ],
      },
    },
    map: document => orderFromCustomerAccount(document),
    total: '69.97',
    expected: {
      order_id: '5678901234011',
      user_id: '706405506930',
      order_total: 69.97, // 58.15 + 6.45 + 5.37
      order_tax: 4.98,
      order_shipping: 5.37,
      order_currency: 'USD',
      order_lines: [
        {
          product_id: '1',
          product_name: 'Tee',
          variant_id: '100',
          variant_sku: 'TEE-S',
          quantity: 3,
          order_line_total: 58.15,
        },
        { product_id: '2', product_name: 'Socks', variant_id: '200', quantity: 1, order_line_total: 6.45 },
      ],
    },
  }),

  example({
    title: 'Prices with tax, asked for by edges, and free shipping',
    source,
    document: {
      id: 'gid://shopify/Order/5678901234012',
      customer: null,
      currencyCode: 'EUR',
      soldInformation: { total: euros('30.30'), totalTaxes: euros('4.84') },
      agreements: {
        edges: [
          {
            node: {
              __typename: 'OrderAgreement',
              sales: {
                edges: [
                  {
                    node: {
                      __typename: 'ProductSale',
                      quantity: 3,
                      totalAmount: euros('30.30'),
                      lineItem: product(5, 'CUP', 'Cup'),
                    },
                  },
                  { node: { __typename: 'ShippingLineSale', quantity: 1, totalAmount: euros('0.0') } },
                ],
              },
            },
          },
        ],
      },
    },
    map: document => orderFromCustomerAccount(document),
    total: '30.30',
    expected: {
      order_id: '5678901234012',
      order_total: 30.3,
      order_tax: 4.84,
      order_shipping: 0,
      order_currency: 'EUR',
      order_lines: [
        {
          product_id: '5',
          product_name: 'Cup',
          variant_id: '500',
          variant_sku: 'CUP',
          quantity: 3,
          order_line_total: 30.3,
        },
      ],
    },
  }),

  example({
    title: 'Yen, which Shopify writes with a decimal',
    source,
    document: {
      id: 'gid://shopify/Order/5678901234013',
      customer: { id: 'gid://shopify/Customer/706405506934' },
      currencyCode: 'JPY',
      soldInformation: { total: yen('6490.0'), totalTaxes: yen('590.0') },
      agreements: {
        nodes: [
          {
            __typename: 'OrderAgreement',
            sales: {
              nodes: [
                {
                  __typename: 'ProductSale',
                  quantity: 3,
                  totalAmount: yen('5940.0'),
                  lineItem: product(3, 'FURO', 'Furoshiki'),
                },
                { __typename: 'ShippingLineSale', quantity: 1, totalAmount: yen('550.0') },
              ],
            },
          },
        ],
      },
    },
    map: document => orderFromCustomerAccount(document),
    total: '6490',
    expected: {
      order_id: '5678901234013',
      user_id: '706405506934',
      order_total: 6490, // 5940 + 550
      order_tax: 590,
      order_shipping: 550,
      order_currency: 'JPY',
      order_lines: [
        {
          product_id: '3',
          product_name: 'Furoshiki',
          variant_id: '300',
          variant_sku: 'FURO',
          quantity: 3,
          order_line_total: 5940,
        },
      ],
    },
  }),

  example({
    title: 'Dinars, a gift card, a tip, duties and a fee: those four left out of the lines',
    source,
    document: {
      id: 'gid://shopify/Order/5678901234014',
      customer: { id: 'gid://shopify/Customer/706405506935' },
      currencyCode: 'GBP',
      soldInformation: { total: dinars('46.925'), totalTaxes: dinars('0.0') },
      agreements: {
        nodes: [
          {
            __typename: 'OrderAgreement',
            sales: {
              nodes: [
                {
                  __typename: 'ProductSale',
                  quantity: 3,
                  totalAmount: dinars('21.375'),
                  lineItem: product(8, 'OUD', 'Oud oil'),
                },
                {
                  __typename: 'GiftCardSale',
                  quantity: 1,
                  totalAmount: dinars('20.0'),
                  lineItem: product(6, 'GC20', 'Gift card'),
                },
                {
                  __typename: 'TipSale',
                  quantity: 1,
                  totalAmount: dinars('1.5'),
                  lineItem: { title: 'Tip', productId: null },
                },
                { __typename: 'DutySale', quantity: null, totalAmount: dinars('2.6') },
                { __typename: 'AdditionalFeeSale', quantity: null, totalAmount: dinars('0.2') },
                { __typename: 'ShippingLineSale', quantity: 1, totalAmount: dinars('1.25') },
              ],
            },
          },
        ],
      },
    },
    map: document => orderFromCustomerAccount(document),
    total: '46.925',
    leftOut: '24.3', // 20.000 + 1.500 + 2.600 + 0.200
    expected: {
      order_id: '5678901234014',
      user_id: '706405506935',
      order_total: 46.925, // 21.375 + 1.250 + 24.300
      order_tax: 0,
      order_shipping: 1.25,
      order_currency: 'KWD',
      order_lines: [
        {
          product_id: '8',
          product_name: 'Oud oil',
          variant_id: '800',
          variant_sku: 'OUD',
          quantity: 3,
          order_line_total: 21.375,
        },
      ],
    },
  }),

  example({
    title: 'One product sold at two prices, and one deleted since',
    source,
    document: {
      id: 'gid://shopify/Order/5678901234015',
      customer: null,
      currencyCode: 'USD',
      soldInformation: { total: dollars('14.43'), totalTaxes: null },
      agreements: {
        nodes: [
          {
            __typename: 'OrderAgreement',
            sales: {
              nodes: [
                {
                  __typename: 'ProductSale',
                  quantity: 2,
                  totalAmount: dollars('2.22'),
                  lineItem: product(9, 'PEN', 'Pen'),
                },
                {
                  __typename: 'ProductSale',
                  quantity: 1,
                  totalAmount: dollars('0.0'),
                  lineItem: product(9, 'PEN', 'Pen'),
                },
                {
                  __typename: 'ProductSale',
                  quantity: 1,
                  totalAmount: dollars('12.21'),
                  lineItem: { productId: null, variantId: null, sku: 'OLD', title: 'Old' },
                },
              ],
            },
          },
        ],
      },
    },
    map: document => orderFromCustomerAccount(document),
    total: '14.43',
    leftOut: '12.21',
    expected: {
      order_id: '5678901234015',
      order_total: 14.43, // 2.22 + 0.00 + 12.21
      order_shipping: 0,
      order_currency: 'USD',
      order_lines: [
        {
          product_id: '9',
          product_name: 'Pen',
          variant_id: '900',
          variant_sku: 'PEN',
          quantity: 2,
          order_line_total: 2.22,
        },
        {
          product_id: '9',
          product_name: 'Pen',
          variant_id: '900',
          variant_sku: 'PEN',
          quantity: 1,
          order_line_total: 0,
        },
      ],
    },
  }),
]
