import type Big from 'big.js'
import type { Order } from 'ometria-headless'
import { type AdapterOptions, orderIdOf, productIdOf, userIdOf, variantIdOf } from '../adapter-options.js'
import { type Connection, nodesOf } from '../connection.js'
import { addsUp, assembleOrder, type Line, type OrderParts, withTaxOnTheOnlyLine } from '../order-assembly.js'
import { Place } from '../place.js'
import { sum, zero } from '../sum.js'
import { numericId } from './global-id.js'
import { amountIn, type ShopifyMoneyV2 } from './money-v2.js'

type Maybe<Value> = Value | null | undefined

/** The fields that are read, for a query of Shopify's Storefront API: `customer(…) { orders(…) { nodes { ...OmetriaOrder } } }`. */
export const storefrontOrderFragment = /* GraphQL */ `
  fragment OmetriaOrder on Order {
    id
    currencyCode
    originalTotalPrice { amount currencyCode }
    originalTotalDuties { amount currencyCode }
    totalShippingPrice { amount currencyCode }
    shippingDiscountAllocations { allocatedAmount { amount currencyCode } }
    totalTax { amount currencyCode }
    lineItems(first: 250) {
      nodes {
        title
        quantity
        originalTotalPrice { amount currencyCode }
        discountAllocations { allocatedAmount { amount currencyCode } }
        variant {
          id
          sku
          compareAtPrice { amount currencyCode }
          product { id }
        }
      }
    }
  }
`

interface ShopifyAllocation {
  readonly allocatedAmount: ShopifyMoneyV2
}

export interface ShopifyStorefrontLine {
  readonly title?: Maybe<string>
  readonly quantity: number
  readonly originalTotalPrice: ShopifyMoneyV2
  readonly discountAllocations: readonly ShopifyAllocation[]
  readonly variant?: Maybe<{
    readonly id: string
    readonly sku?: Maybe<string>
    readonly compareAtPrice?: Maybe<ShopifyMoneyV2>
    readonly product: { readonly id: string }
  }>
}

/** What is read of an order of the Storefront API. */
export interface ShopifyStorefrontOrder {
  readonly id: string
  readonly currencyCode: string
  readonly originalTotalPrice: ShopifyMoneyV2
  readonly originalTotalDuties?: Maybe<ShopifyMoneyV2>
  readonly totalShippingPrice: ShopifyMoneyV2
  readonly shippingDiscountAllocations: readonly ShopifyAllocation[]
  readonly totalTax?: Maybe<ShopifyMoneyV2>
  readonly lineItems: Connection<ShopifyStorefrontLine>
}

/**
 * An order from Shopify's Storefront API, as `storefrontOrderFragment` asks for it.
 *
 * Nothing in it says whether prices have tax in them. They do where lines, shipping and duties alone are the total. Where
 * they don't, no line tells its tax, and the order is refused, unless one line alone was paid for: then the tax is that
 * line's. Shops whose prices are without tax take the webhook, or the Customer Account API. Deleted products have no variant there, and are left out. `unit_rrp` is the variant's compare-at
 * price of today. Ids are the numbers at the end of Shopify's global ids.
 *
 * @throws OmetriaMappingError where the document does not say something for certain, or does not add up
 */
export function orderFromStorefront<Document extends ShopifyStorefrontOrder>(
  document: Document,
  options: AdapterOptions<Document, ShopifyStorefrontLine> = {},
): Order {
  const order = new Place<ShopifyStorefrontOrder>(document)
  const currency = order.at('currencyCode').text()
  const duties = order.maybe('originalTotalDuties')
  const shipping = amountIn(currency, order.at('totalShippingPrice'))
  const parts: OrderParts = {
    order_id: orderIdOf(order, options, () => numericId(order.at('id'))),
    user_id: userIdOf(order, options, () => undefined),
    total: amountIn(currency, order.at('originalTotalPrice')),
    totalAt: order.at('originalTotalPrice'),
    tax: order.maybe('totalTax') && amountIn(currency, order.at('totalTax')),
    shipping: shipping.minus(allocated(currency, order.list('shippingDiscountAllocations'))),
    currency,
    lines: nodesOf(order.at('lineItems')).map(line => lineOf(line, currency, options)),
    linesAt: order.at('lineItems'),
    leftOut: duties ? amountIn(currency, duties) : zero,
  }
  const taxed = parts.tax && withTaxOnTheOnlyLine(parts, parts.tax)
  return assembleOrder(!addsUp(parts) && taxed && addsUp(taxed) ? taxed : parts)
}

function lineOf(
  line: Place<ShopifyStorefrontLine>,
  currency: string,
  options: AdapterOptions<ShopifyStorefrontOrder, ShopifyStorefrontLine>,
): Line {
  const variant = line.maybe('variant')
  const compareAt = variant?.maybe('compareAtPrice')
  const price = amountIn(currency, line.at('originalTotalPrice'))
  return {
    product_id: productIdOf(line, options, () => variant && numericId(variant.at('product').at('id'))),
    product_name: line.textIfAny('title'),
    variant_id: variantIdOf(line, options, () => variant && numericId(variant.at('id'))),
    variant_sku: variant?.textIfAny('sku'),
    quantity: line.at('quantity').quantity(),
    unit_rrp: compareAt?.at('currencyCode').given === currency ? amountIn(currency, compareAt) : undefined,
    total: price.minus(allocated(currency, line.list('discountAllocations'))),
    place: line,
  }
}

const allocated = (currency: string, allocations: Place<ShopifyAllocation>[]): Big =>
  sum(allocations.map(each => amountIn(currency, each.at('allocatedAmount'))))
