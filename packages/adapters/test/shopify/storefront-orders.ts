import { orderFromStorefront } from '../../src/shopify/index.js'
import { type Example, example } from '../example.js'

const source = 'https://shopify.dev/docs/api/storefront/latest/objects/Order'

const money = (currencyCode: string) => (amount: string) => ({ amount, currencyCode })
const pounds = money('GBP')
const yen = money('JPY')
const dinars = money('KWD')
const off = (allocatedAmount: { amount: string; currencyCode: string }) => ({ allocatedAmount })
const variant = (
  id: number,
  sku: string | null,
  compareAtPrice: ReturnType<typeof pounds> | null = null,
) => ({
  id: `gid://shopify/ProductVariant/${id}00`,
  sku,
  compareAtPrice,
  product: { id: `gid://shopify/Product/${id}` },
})

export const storefrontOrders: Example[] = [
  example({
    title: 'Prices with tax, a code for the order, a compare-at price',
    source,
    document: {
      id: 'gid://shopify/Order/5678901234021?key=f3a9',
      currencyCode: 'GBP',
      originalTotalPrice: pounds('61.22'),
      originalTotalDuties: null,
      totalShippingPrice: pounds('4.99'),
      shippingDiscountAllocations: [],
      totalTax: pounds('10.2'),
      lineItems: {
        nodes: [
          {
            title: 'Wrap dress',
            quantity: 2,
            originalTotalPrice: pounds('49.98'),
            discountAllocations: [off(pounds('5.0'))],
            variant: variant(1, 'DRESS', pounds('29.99')),
          },
          {
            title: 'Belt',
            quantity: 1,
            originalTotalPrice: pounds('12.5'),
            discountAllocations: [off(pounds('1.25'))],
            variant: variant(2, ''),
          },
        ],
      },
    },
    map: document => orderFromStorefront(document),
    total: '61.22',
    expected: {
      order_id: '5678901234021',
      order_total: 61.22, // 44.98 + 11.25 + 4.99
      order_tax: 10.2,
      order_shipping: 4.99,
      order_currency: 'GBP',
      order_lines: [
        {
          product_id: '1',
          product_name: 'Wrap dress',
          variant_id: '100',
          variant_sku: 'DRESS',
          quantity: 2,
          unit_rrp: 29.99,
          order_line_total: 44.98, // 49.98 less 5.00
        },
        { product_id: '2', product_name: 'Belt', variant_id: '200', quantity: 1, order_line_total: 11.25 },
      ],
    },
  }),

  example({
    title: 'Shipping at half its price, by edges',
    source,
    document: {
      id: 'gid://shopify/Order/5678901234022',
      currencyCode: 'GBP',
      originalTotalPrice: pounds('35.29'),
      totalShippingPrice: pounds('9.98'),
      shippingDiscountAllocations: [off(pounds('4.99'))],
      totalTax: pounds('5.88'),
      lineItems: {
        edges: [
          {
            node: {
              title: 'Cup',
              quantity: 3,
              originalTotalPrice: pounds('30.3'),
              discountAllocations: [],
              variant: variant(5, 'CUP'),
            },
          },
        ],
      },
    },
    map: document => orderFromStorefront(document),
    total: '35.29',
    expected: {
      order_id: '5678901234022',
      order_total: 35.29, // 30.30 + 4.99
      order_tax: 5.88,
      order_shipping: 4.99, // 9.98 less 4.99
      order_currency: 'GBP',
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
    title: 'Yen',
    source,
    document: {
      id: 'gid://shopify/Order/5678901234023',
      currencyCode: 'JPY',
      originalTotalPrice: yen('6490.0'),
      totalShippingPrice: yen('550.0'),
      shippingDiscountAllocations: [],
      totalTax: yen('590.0'),
      lineItems: {
        nodes: [
          {
            title: 'Furoshiki',
            quantity: 3,
            originalTotalPrice: yen('5940.0'),
            discountAllocations: [],
            variant: variant(3, 'FURO'),
          },
        ],
      },
    },
    map: document => orderFromStorefront(document),
    total: '6490',
    expected: {
      order_id: '5678901234023',
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
    title: 'Dinars without any tax, duties, and a compare-at price in another currency',
    source,
    document: {
      id: 'gid://shopify/Order/5678901234024',
      currencyCode: 'KWD',
      originalTotalPrice: dinars('25.225'),
      originalTotalDuties: dinars('2.6'),
      totalShippingPrice: dinars('1.25'),
      shippingDiscountAllocations: [],
      totalTax: dinars('0.0'),
      lineItems: {
        nodes: [
          {
            title: 'Oud oil',
            quantity: 3,
            originalTotalPrice: dinars('21.375'),
            discountAllocations: [],
            variant: variant(8, 'OUD', pounds('20.0')),
          },
        ],
      },
    },
    map: document => orderFromStorefront(document),
    total: '25.225',
    leftOut: '2.6',
    expected: {
      order_id: '5678901234024',
      order_total: 25.225, // 21.375 + 1.250 + 2.600
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
    title: 'A product deleted since has no variant, and is left out of the lines',
    source,
    document: {
      id: 'gid://shopify/Order/5678901234025',
      currencyCode: 'GBP',
      originalTotalPrice: pounds('17.37'),
      totalShippingPrice: pounds('0.0'),
      shippingDiscountAllocations: [],
      totalTax: null,
      lineItems: {
        nodes: [
          {
            title: 'Cup',
            quantity: 1,
            originalTotalPrice: pounds('10.3'),
            discountAllocations: [],
            variant: variant(5, 'CUP'),
          },
          {
            title: 'Old plate',
            quantity: 1,
            originalTotalPrice: pounds('7.07'),
            discountAllocations: [],
            variant: null,
          },
        ],
      },
    },
    map: document => orderFromStorefront(document),
    total: '17.37',
    leftOut: '7.07',
    expected: {
      order_id: '5678901234025',
      order_total: 17.37, // 10.30 + 7.07
      order_shipping: 0,
      order_currency: 'GBP',
      order_lines: [
        {
          product_id: '5',
          product_name: 'Cup',
          variant_id: '500',
          variant_sku: 'CUP',
          quantity: 1,
          order_line_total: 10.3,
        },
      ],
    },
  }),
]
