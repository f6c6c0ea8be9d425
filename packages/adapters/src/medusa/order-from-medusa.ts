import type Big from 'big.js'
import type { Order } from 'ometria-headless'
import { type AdapterOptions, orderIdOf, productIdOf, userIdOf, variantIdOf } from '../adapter-options.js'
import { minorUnitDigits } from '../minor-units.js'
import { assembleOrder, type Line } from '../order-assembly.js'
import { Place } from '../place.js'
import { zero } from '../sum.js'

type Maybe<Value> = Value | null | undefined

/** A number over HTTP; inside of a Medusa server an object that holds one. */
type Amount = number | { readonly numeric: number }

interface MedusaLine {
  readonly product_id?: Maybe<string>
  readonly product_title?: Maybe<string>
  readonly variant_id?: Maybe<string>
  readonly variant_sku?: Maybe<string>
  readonly title?: Maybe<string>
  readonly is_giftcard?: Maybe<boolean>
  readonly is_tax_inclusive?: Maybe<boolean>
  readonly compare_at_unit_price?: Maybe<Amount>
  readonly quantity: Amount
  readonly total: Amount
}

/** What is read of an order of Medusa v2. */
export interface MedusaOrder {
  readonly id: string
  readonly customer_id?: Maybe<string>
  readonly currency_code: string
  readonly total: Amount
  readonly tax_total?: Maybe<Amount>
  readonly shipping_total: Amount
  readonly credit_line_total?: Maybe<Amount>
  readonly items?: Maybe<readonly MedusaLine[]>
}

/**
 * An order from Medusa v2: from its Store API, or in a subscriber of its own server.
 *
 * A line's total is its `total`: after discounts, with tax. Ask for it (`fields=*items`), and for `total`, `tax_total` and
 * `shipping_total`. Medusa does not round; here lines and shipping are rounded once, together, so that they still add up to the
 * rounded total. Gift cards and items without a product are left out. Credit lines lower `order_total`, and no line. `unit_rrp` is
 * the price to compare with, where prices have tax in them.
 *
 * @throws OmetriaMappingError where the document does not say something for certain, or does not add up
 */
export function orderFromMedusa<Document extends MedusaOrder>(
  document: Document,
  options: AdapterOptions<Document, NonNullable<Document['items']>[number]> = {},
): Order {
  const order = new Place<MedusaOrder>(document)
  const currency = order.at('currency_code').text().toUpperCase()
  const tax = order.maybe('tax_total')
  const credit = order.maybe('credit_line_total')

  return assembleOrder({
    order_id: orderIdOf(order, options, () => order.at('id').id()),
    user_id: userIdOf(order, options, () => order.maybe('customer_id')?.id()),
    total: amountOf(order.at('total')),
    totalAt: order.at('total'),
    tax: tax && amountOf(tax),
    shipping: amountOf(order.at('shipping_total')),
    currency,
    lines: order.list('items').map(line => lineOf(line, options)),
    linesAt: order.at('items'),
    leftOut: credit && zero.minus(amountOf(credit)),
    roundTo: minorUnitDigits(currency),
  })
}

function lineOf(line: Place<MedusaLine>, options: AdapterOptions<MedusaOrder, MedusaLine>): Line {
  const isGiftCard = line.maybe('is_giftcard')?.flag() === true
  const compareAt =
    line.at('is_tax_inclusive').given === true ? line.maybe('compare_at_unit_price') : undefined
  return {
    product_id: productIdOf(line, options, () => (isGiftCard ? undefined : line.maybe('product_id')?.id())),
    product_name: line.textIfAny('product_title') ?? line.textIfAny('title'),
    variant_id: variantIdOf(line, options, () => line.maybe('variant_id')?.id()),
    variant_sku: line.textIfAny('variant_sku'),
    quantity: plain(line.at('quantity')).quantity(),
    unit_rrp: compareAt && amountOf(compareAt),
    total: amountOf(line.at('total')),
    place: line,
  }
}

const amountOf = (place: Place<Amount>): Big => plain(place).amount()

function plain(place: Place<Amount>): Place {
  const { given } = place
  return typeof given === 'object' && given !== null ? new Place(given, place.path).at('numeric') : place
}
