import type Big from 'big.js'
import type { Order } from 'ometria-headless'
import { type AdapterOptions, orderIdOf, productIdOf, userIdOf, variantIdOf } from '../adapter-options.js'
import { assembleOrder, type Line } from '../order-assembly.js'
import { Place } from '../place.js'
import { sum } from '../sum.js'
import { moneyOf, type ShopifyMoneyReader, type ShopifyMoneySet } from './webhook-money.js'

type Maybe<Value> = Value | null | undefined
type Id = string | number

/** What is read of a line item. */
export interface ShopifyLineItem {
  readonly product_id?: Maybe<Id>
  readonly variant_id?: Maybe<Id>
  readonly sku?: Maybe<string>
  readonly title?: Maybe<string>
  readonly gift_card?: Maybe<boolean>
  readonly quantity: number
  readonly price: string
  readonly price_set?: Maybe<ShopifyMoneySet>
  readonly discount_allocations?: Maybe<readonly ShopifyDiscount[]>
  readonly tax_lines?: Maybe<readonly ShopifyPrice[]>
}

interface ShopifyPrice {
  readonly price: string
  readonly price_set?: Maybe<ShopifyMoneySet>
}

interface ShopifyDiscount {
  readonly amount: string
  readonly amount_set?: Maybe<ShopifyMoneySet>
}

interface ShopifyShippingLine extends ShopifyPrice {
  readonly is_removed?: Maybe<boolean>
  readonly discount_allocations?: Maybe<readonly ShopifyDiscount[]>
  readonly tax_lines?: Maybe<readonly ShopifyPrice[]>
}

/** What is read of an order as the Admin REST API and the webhooks `orders/*` have it. */
export interface ShopifyOrder {
  readonly id: Id
  readonly customer?: Maybe<{ readonly id?: Maybe<Id> }>
  readonly currency: string
  readonly presentment_currency?: Maybe<string>
  readonly taxes_included: boolean
  readonly total_price: string
  readonly total_price_set?: Maybe<ShopifyMoneySet>
  readonly total_tax?: Maybe<string>
  readonly total_tax_set?: Maybe<ShopifyMoneySet>
  readonly duties_included?: Maybe<boolean>
  readonly original_total_duties_set?: Maybe<ShopifyMoneySet>
  readonly original_total_additional_fees_set?: Maybe<ShopifyMoneySet>
  readonly line_items: readonly ShopifyLineItem[]
  readonly shipping_lines?: Maybe<readonly ShopifyShippingLine[]>
}

export interface ShopifyOptions {
  /** The shop's currency, or `'presentment'`: the one in which the shopper paid. */
  money?: 'shop' | 'presentment'
}

/**
 * An order from the webhook `orders/create`, or from the Admin REST API.
 *
 * A line's total is its price times its quantity, less its discount allocations (a line's `total_discount` leaves discount
 * codes out), with its tax where prices are without. Gift cards, tips, custom items and deleted products are left out, as are
 * duties. `order_total` is `total_price`, which gift cards and store credit do not lower, and refunds neither. An order whose
 * items were taken out by an edit no longer adds up, and is refused.
 *
 * @throws OmetriaMappingError where the document does not say something for certain, or does not add up
 */
export function orderFromWebhook<Document extends ShopifyOrder>(
  document: Document,
  options: AdapterOptions<Document, Document['line_items'][number]> & ShopifyOptions = {},
): Order {
  const order = new Place<ShopifyOrder>(document)
  const currency = order.at(options.money === 'presentment' ? 'presentment_currency' : 'currency').text()
  const money = moneyOf(options.money ?? 'shop', currency)
  const withTax = order.at('taxes_included').flag()
  const shipping = order.listIfAny('shipping_lines').filter(line => line.maybe('is_removed')?.flag() !== true)

  return assembleOrder({
    order_id: orderIdOf(order, options, () => order.at('id').id()),
    user_id: userIdOf(order, options, () => order.maybe('customer')?.maybe('id')?.id()),
    total: money.amount(order, 'total_price'),
    totalAt: order.at('total_price'),
    tax: order.maybe('total_tax') && money.amount(order, 'total_tax'),
    shipping: sum(shipping.map(line => paidFor(line, money.amount(line, 'price'), money, withTax))),
    currency,
    lines: order.list('line_items').map(line => lineOf(line, money, withTax, options)),
    linesAt: order.at('line_items'),
    leftOut: leftOut(order, money),
  })
}

function lineOf(
  line: Place<ShopifyLineItem>,
  money: ShopifyMoneyReader,
  withTax: boolean,
  options: AdapterOptions<ShopifyOrder, ShopifyLineItem>,
): Line {
  const quantity = line.at('quantity').quantity()
  const giftCard = line.maybe('gift_card')?.flag() === true
  return {
    product_id: productIdOf(line, options, () => (giftCard ? undefined : line.maybe('product_id')?.id())),
    product_name: line.textIfAny('title'),
    variant_id: variantIdOf(line, options, () => line.maybe('variant_id')?.id()),
    variant_sku: line.textIfAny('sku'),
    quantity,
    total: paidFor(line, money.amount(line, 'price').times(quantity), money, withTax),
    place: line,
  }
}

function paidFor(
  line: Place<Pick<ShopifyShippingLine, 'discount_allocations' | 'tax_lines'>>,
  price: Big,
  money: ShopifyMoneyReader,
  withTax: boolean,
): Big {
  const discounts = line.listIfAny('discount_allocations').map(each => money.amount(each, 'amount'))
  const taxes = withTax ? [] : line.listIfAny('tax_lines').map(each => money.amount(each, 'price'))
  return price.minus(sum(discounts)).plus(sum(taxes))
}

/** Duties and fees of the whole order, which no line has. */
function leftOut(order: Place<ShopifyOrder>, money: ShopifyMoneyReader): Big {
  const dutiesIncluded = order.maybe('duties_included')?.flag() === true
  const duties = dutiesIncluded ? undefined : order.maybe('original_total_duties_set')
  const fees = order.maybe('original_total_additional_fees_set')
  return sum([duties, fees].flatMap(set => (set ? [money.inSet(set)] : [])))
}
