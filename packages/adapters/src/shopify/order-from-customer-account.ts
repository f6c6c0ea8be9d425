import type { Order } from 'ometria-headless'
import { type AdapterOptions, orderIdOf, productIdOf, userIdOf, variantIdOf } from '../adapter-options.js'
import { type Connection, nodesOf } from '../connection.js'
import { assembleOrder, type Line } from '../order-assembly.js'
import { Place } from '../place.js'
import { one, sum } from '../sum.js'
import { numericId } from './global-id.js'
import { amountIn, type ShopifyMoneyV2 } from './money-v2.js'

type Maybe<Value> = Value | null | undefined

/** The fields that are read, for a query of Shopify's Customer Account API: `query { order(id: …) { ...OmetriaOrder } }`. */
export const orderFragment = /* GraphQL */ `
  fragment OmetriaOrder on Order {
    id
    customer { id }
    soldInformation {
      total { amount currencyCode }
      totalTaxes { amount currencyCode }
    }
    agreements(first: 1) {
      nodes {
        __typename
        ... on OrderAgreement {
          sales(first: 250) {
            nodes {
              __typename
              quantity
              totalAmount { amount currencyCode }
              ... on ProductSale { lineItem { ...OmetriaLineItem } }
              ... on GiftCardSale { lineItem { ...OmetriaLineItem } }
              ... on TipSale { lineItem { ...OmetriaLineItem } }
            }
          }
        }
      }
    }
  }
  fragment OmetriaLineItem on LineItem {
    productId
    variantId
    sku
    title
  }
`

/** One thing that was sold: products, and also shipping, tips, gift cards, duties and fees. */
export interface ShopifySale {
  readonly __typename?: string | undefined
  readonly quantity?: Maybe<number>
  readonly totalAmount: ShopifyMoneyV2
  readonly lineItem?: Maybe<{
    readonly productId?: Maybe<string>
    readonly variantId?: Maybe<string>
    readonly sku?: Maybe<string>
    readonly title?: Maybe<string>
  }>
}

interface ShopifyAgreement {
  readonly __typename?: string | undefined
  readonly sales?: Maybe<Connection<ShopifySale>>
}

/** What is read of an order of the Customer Account API. */
export interface ShopifyCustomerAccountOrder {
  readonly id: string
  readonly customer?: Maybe<{ readonly id: string }>
  readonly soldInformation: {
    readonly total?: Maybe<ShopifyMoneyV2>
    readonly totalTaxes?: Maybe<ShopifyMoneyV2>
  }
  readonly agreements: Connection<ShopifyAgreement>
}

/**
 * An order from Shopify's Customer Account API, as `orderFragment` asks for it.
 *
 * Neither the order nor its lines say there whether prices have tax in them, so the lines come from the sales that were agreed
 * when the order was placed, which are after discounts and taxes. `totalPrice` shrinks with returns; `soldInformation.total`
 * doesn't, and is `order_total`. Amounts are in the currency in which the shopper paid. An order that was edited since no
 * longer adds up, and is refused. Ids are the numbers at the end of Shopify's global ids.
 *
 * @param options `productId` and `variantId` are asked with the sale, whose `lineItem` has the ids
 * @throws OmetriaMappingError where the document does not say something for certain, or does not add up
 */
export function orderFromCustomerAccount<Document extends ShopifyCustomerAccountOrder>(
  document: Document,
  options: AdapterOptions<Document, ShopifySale> = {},
): Order {
  const order = new Place<ShopifyCustomerAccountOrder>(document)
  const sold = order.at('soldInformation')
  const currency = sold.at('total').at('currencyCode').text()
  const agreements = nodesOf(order.at('agreements'))
  const placed = agreements.filter(each => each.at('__typename').text() === 'OrderAgreement')
  const sales = placed.flatMap(agreement => nodesOf(agreement.at('sales')))
  const isShipping = (sale: Place<ShopifySale>) => sale.at('__typename').text() === 'ShippingLineSale'

  return assembleOrder({
    order_id: orderIdOf(order, options, () => numericId(order.at('id'))),
    user_id: userIdOf(order, options, () => {
      const customer = order.maybe('customer')
      return customer && numericId(customer.at('id'))
    }),
    total: amountIn(currency, sold.at('total')),
    totalAt: sold.at('total'),
    tax: sold.maybe('totalTaxes') && amountIn(currency, sold.at('totalTaxes')),
    shipping: sum(sales.filter(isShipping).map(sale => amountIn(currency, sale.at('totalAmount')))),
    currency,
    lines: sales.filter(sale => !isShipping(sale)).map(sale => lineOf(sale, currency, options)),
    linesAt: order.at('agreements'),
  })
}

function lineOf(
  sale: Place<ShopifySale>,
  currency: string,
  options: AdapterOptions<ShopifyCustomerAccountOrder, ShopifySale>,
): Line {
  const item = sale.maybe('lineItem')
  const id = (key: 'productId' | 'variantId') => {
    const place = item?.maybe(key)
    return place && numericId(place)
  }
  const isProduct = sale.at('__typename').text() === 'ProductSale'
  return {
    product_id: productIdOf(sale, options, () => (isProduct ? id('productId') : undefined)),
    product_name: item?.textIfAny('title'),
    variant_id: variantIdOf(sale, options, () => id('variantId')),
    variant_sku: item?.textIfAny('sku'),
    quantity: isProduct ? sale.at('quantity').quantity() : one,
    total: amountIn(currency, sale.at('totalAmount')),
    place: sale,
  }
}
