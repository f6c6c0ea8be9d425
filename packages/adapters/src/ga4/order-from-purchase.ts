import type Big from 'big.js'
import type { Order } from 'ometria-headless'
import { type AdapterOptions, orderIdOf, productIdOf, userIdOf, variantIdOf } from '../adapter-options.js'
import { minorUnitDigits, round } from '../minor-units.js'
import { assembleOrder, type Line, type OrderParts, withTaxOnTheOnlyLine } from '../order-assembly.js'
import { Place } from '../place.js'
import { one, sum, zero } from '../sum.js'

type Maybe<Value> = Value | null | undefined
type Amount = number | string

interface Ga4Item {
  readonly item_id?: Maybe<string | number>
  readonly item_name?: Maybe<string>
  /** Of one, after its discount. */
  readonly price: Amount
  readonly quantity?: Maybe<Amount>
}

/** What is read of a purchase: the parameters of `gtag('event', 'purchase', …)`, or the `ecommerce` of the data layer. */
export interface Ga4Purchase {
  readonly event?: string | undefined
  readonly ecommerce?: undefined
  readonly transaction_id: string | number
  readonly currency: string
  readonly value: Amount
  readonly tax?: Maybe<Amount>
  readonly shipping?: Maybe<Amount>
  readonly items: readonly Ga4Item[]
}

/** An entry of the data layer. */
export interface Ga4Event {
  readonly event?: string | undefined
  readonly ecommerce: Omit<Ga4Purchase, 'event' | 'ecommerce'>
}

export interface Ga4Options {
  /**
   * Whether prices and shipping have tax in them. By Google's definition they have not; half of the shops' plugins send them
   * with it, and nothing in the event tells, so there is no default.
   */
  taxIncluded: boolean
  /** Where prices are without tax: share the tax out over lines and shipping by what they cost. False unless given. */
  prorateTax?: boolean
}

/**
 * An order from GA4's `purchase`, as shops have it in their data layer.
 *
 * A line's total is its price times its quantity; `discount` is in the price already. `order_total` is what lines, shipping and tax
 * add up to, and `value`, which is one or another sum of those, has to be one of them: else something lowered it that is on no line,
 * and the purchase is refused. Where prices are without tax, no line tells its own. The tax is then the only line's, if
 * nothing else cost anything; or shared out, if `prorateTax` says so, which is no more than likely; or else the purchase
 * is refused. Items without an `item_id` are left out; `item_variant` is a label and no id.
 *
 * @throws OmetriaMappingError where the event does not say something for certain, or does not add up
 */
export function orderFromPurchase<Event extends Ga4Event | Ga4Purchase>(
  event: Event,
  options: AdapterOptions<Event, ItemOf<Event>> & Ga4Options,
): Order {
  const entry = new Place<Ga4Event | Ga4Purchase>(event)
  const name = entry.maybe('event')
  if (name && name.given !== 'purchase') name.refuse("'purchase'", 'another event')
  // Without an `ecommerce`, the event is the purchase itself.
  const purchase: Place<Purchase> = entry.maybe('ecommerce') ?? new Place<Purchase>(event as Ga4Purchase)
  const untaxed = partsOf(purchase, entry, options)
  expectValue(purchase, untaxed)
  return assembleOrder(options.taxIncluded ? untaxed : taxed(untaxed, purchase, options.prorateTax === true))
}

type Purchase = Ga4Event['ecommerce']
type ItemOf<Event> = Event extends { readonly ecommerce: { readonly items: readonly (infer Item)[] } }
  ? Item
  : Event extends { readonly items: readonly (infer Item)[] }
    ? Item
    : never

function partsOf(
  purchase: Place<Purchase>,
  entry: Place<Ga4Event | Ga4Purchase>,
  options: AdapterOptions<Ga4Event | Ga4Purchase, Ga4Item>,
): OrderParts {
  const currency = purchase.at('currency').text()
  const lines = purchase.list('items').map(item => lineOf(item, options))
  const shipping = purchase.maybe('shipping')?.amount()
  return {
    order_id: orderIdOf(entry, options, () => purchase.at('transaction_id').id()),
    user_id: userIdOf(entry, options, () => undefined),
    total: sum(lines.map(line => line.total)).plus(shipping ?? zero),
    totalAt: purchase.at('value'),
    tax: purchase.maybe('tax')?.amount(),
    shipping,
    currency,
    lines,
    linesAt: purchase.at('items'),
    roundTo: minorUnitDigits(currency),
  }
}

function lineOf(item: Place<Ga4Item>, options: AdapterOptions<Ga4Event | Ga4Purchase, Ga4Item>): Line {
  const quantity = item.maybe('quantity')?.quantity() ?? one
  return {
    product_id: productIdOf(item, options, () => item.maybe('item_id')?.id()),
    product_name: item.textIfAny('item_name'),
    variant_id: variantIdOf(item, options, () => undefined),
    quantity,
    total: item.at('price').amount().times(quantity),
    place: item,
  }
}

/** Shops send as `value` what the items cost, or that with shipping; and either of it with the tax, or without. */
function expectValue(purchase: Place<Purchase>, { total, shipping = zero, tax = zero, roundTo }: OrderParts) {
  const paid = (amount: Big) => (roundTo === undefined ? amount : round(amount, roundTo))
  const value = paid(purchase.at('value').amount())
  const sums = [total, total.minus(shipping)].flatMap(each => [each, each.plus(tax), each.minus(tax)])
  if (!sums.some(each => paid(each).eq(value)))
    purchase.at('value').refuse('a sum of the items, with or without shipping and tax', 'another amount')
}

function taxed(untaxed: OrderParts, purchase: Place<Purchase>, prorate: boolean): OrderParts {
  const tax = purchase.at('tax').amount()
  if (tax.eq(0)) return untaxed
  const withTax = { ...untaxed, total: untaxed.total.plus(tax) }
  const onlyLine = withTaxOnTheOnlyLine(withTax, tax)
  if (onlyLine) return onlyLine
  if (!prorate)
    purchase
      .at('tax')
      .refuse('prices with tax, or prorateTax: items do not tell their own', 'a tax of the order')
  if (withTax.roundTo === undefined)
    purchase.at('currency').refuse('a known currency, whose tax can be rounded', 'another')
  if (untaxed.total.eq(0)) purchase.at('tax').refuse('no tax on what costs nothing', 'a tax')
  const withShare = (amount: Big) => amount.plus(amount.times(tax).div(untaxed.total))
  return {
    ...withTax,
    shipping: untaxed.shipping && withShare(untaxed.shipping),
    lines: untaxed.lines.map(line => ({ ...line, total: withShare(line.total) })),
  }
}
