import type Big from 'big.js'
import type { Order } from 'ometria-headless'
import { type AdapterOptions, orderIdOf, productIdOf, userIdOf, variantIdOf } from '../adapter-options.js'
import { assembleOrder, type Line } from '../order-assembly.js'
import { Place } from '../place.js'
import { sum, zero } from '../sum.js'
import { amountIn, type CommercetoolsMoney, signedAmountIn } from './cent-amount.js'

type LocalizedText = { readonly [locale: string]: string }

interface Taxed {
  readonly totalGross: CommercetoolsMoney
  readonly totalTax?: CommercetoolsMoney | undefined
}

interface Priced {
  readonly totalPrice: CommercetoolsMoney
  readonly taxedPrice?: Taxed | undefined
  readonly taxedPricePortions?: readonly { readonly taxedPrice?: Taxed | undefined }[] | undefined
  readonly taxRate?: TaxRate | undefined
}

interface TaxRate {
  readonly includedInPrice: boolean
}

interface CommercetoolsLine extends Priced {
  readonly productId: string
  readonly name: LocalizedText
  readonly variant: { readonly id?: number | undefined; readonly sku?: string | undefined }
  readonly quantity: number
}

interface CommercetoolsCustomLine extends Priced {
  readonly name: LocalizedText
  readonly quantity: number
}

interface CommercetoolsShipping {
  readonly price: CommercetoolsMoney
  readonly discountedPrice?: { readonly value: CommercetoolsMoney } | undefined
  readonly taxedPrice?: Taxed | undefined
  readonly taxRate?: TaxRate | undefined
}

/** What is read of an order of the HTTP API. */
export interface CommercetoolsOrder {
  readonly id: string
  readonly orderNumber?: string | undefined
  readonly customerId?: string | undefined
  readonly locale?: string | undefined
  readonly totalPrice: CommercetoolsMoney
  readonly taxedPrice?: Taxed | undefined
  readonly taxedShippingPrice?: Taxed | undefined
  readonly shippingInfo?: CommercetoolsShipping | undefined
  readonly shipping?: readonly { readonly shippingInfo: CommercetoolsShipping }[] | undefined
  readonly discountOnTotalPrice?:
    | {
        readonly discountedAmount: CommercetoolsMoney
        readonly discountedGrossAmount?: CommercetoolsMoney | undefined
      }
    | undefined
  readonly lineItems: readonly CommercetoolsLine[]
  readonly customLineItems?: readonly CommercetoolsCustomLine[] | undefined
}

interface CommercetoolsOptions {
  /** The language of `product_name`, such as `'en-GB'`. The order's own unless given; without a name in it there is none. */
  locale?: string
}

/**
 * An order from commercetools.
 *
 * The order is its `orderNumber`, or its `id` where it has none. A line's total is its gross total (with several shipping methods
 * the sum of its portions), or its total price where the order has no taxes. A discount on the total price is no line's: it
 * lowers `order_total`, and no line. Custom line items (vouchers, gift wrap, fees) are left out. A variant's `id` counts within
 * its product and is no id of its own, so only `variant_sku` is given; the option `variantId` can name one.
 *
 * @throws OmetriaMappingError where the document does not say something for certain, or does not add up
 */
export function orderFromCommercetools<Document extends CommercetoolsOrder>(
  document: Document,
  options: AdapterOptions<Document, Document['lineItems'][number] | CommercetoolsCustomLine> &
    CommercetoolsOptions = {},
): Order {
  const order = new Place<CommercetoolsOrder>(document)
  const currency = order.at('totalPrice').at('currencyCode').text()
  const taxed = order.maybe('taxedPrice')
  const total = taxed ? taxed.at('totalGross') : order.at('totalPrice')
  const tax = taxed?.maybe('totalTax')
  const pricing = {
    currency,
    isTaxed: taxed !== undefined,
    locale: options.locale ?? order.textIfAny('locale'),
  }

  return assembleOrder({
    order_id: orderIdOf(order, options, () => order.textIfAny('orderNumber') ?? order.at('id').id()),
    user_id: userIdOf(order, options, () => order.textIfAny('customerId')),
    total: amountIn(currency, total),
    totalAt: total,
    tax: tax && amountIn(currency, tax),
    shipping: shippingOf(order, pricing),
    currency,
    lines: [
      ...order.list('lineItems').map(line => productLine(line, pricing, options)),
      ...order.listIfAny('customLineItems').map(line => customLine(line, pricing, options)),
    ],
    linesAt: order.at('lineItems'),
    leftOut: discountOnTotal(order, currency),
  })
}

type Options = AdapterOptions<CommercetoolsOrder, CommercetoolsLine | CommercetoolsCustomLine>
interface Pricing {
  currency: string
  isTaxed: boolean
  locale: string | undefined
}

const productLine = (line: Place<CommercetoolsLine>, pricing: Pricing, options: Options): Line => ({
  product_id: productIdOf(line, options, () => line.at('productId').id()),
  product_name: nameOf(line, pricing),
  variant_id: variantIdOf(line, options, () => undefined),
  variant_sku: line.at('variant').textIfAny('sku'),
  quantity: line.at('quantity').quantity(),
  total: grossOf(line, pricing),
  place: line,
})

const customLine = (line: Place<CommercetoolsCustomLine>, pricing: Pricing, options: Options): Line => ({
  product_id: productIdOf(line, options, () => undefined),
  product_name: nameOf(line, pricing),
  variant_id: variantIdOf(line, options, () => undefined),
  quantity: line.at('quantity').quantity(),
  total: grossOf(line, pricing),
  place: line,
})

const nameOf = (line: Place<{ readonly name: LocalizedText }>, { locale }: Pricing) =>
  locale === undefined ? undefined : line.at('name').textIfAny(locale)

/** What a line costs with tax, whichever of three places tells it. Vouchers cost less than 0. */
function grossOf(line: Place<Priced>, { currency, isTaxed }: Pricing): Big {
  const taxed = line.maybe('taxedPrice')
  const portions = line.listIfAny('taxedPricePortions')
  if (taxed) return signedAmountIn(currency, taxed.at('totalGross'))
  if (portions.length > 0)
    return sum(portions.map(each => signedAmountIn(currency, each.at('taxedPrice').at('totalGross'))))
  if (isTaxed && !isIncluded(line)) return line.at('taxedPrice').refuse('the price with tax')
  return signedAmountIn(currency, line.at('totalPrice'))
}

const isIncluded = (place: Place<{ readonly taxRate?: TaxRate | undefined }>) =>
  place.maybe('taxRate')?.at('includedInPrice').flag() === true

function shippingOf(order: Place<CommercetoolsOrder>, pricing: Pricing): Big | undefined {
  const taxed = order.maybe('taxedShippingPrice')
  if (taxed) return amountIn(pricing.currency, taxed.at('totalGross'))
  const one = order.maybe('shippingInfo')
  const several = order.listIfAny('shipping').map(each => each.at('shippingInfo'))
  const infos = one ? [one] : several
  return infos.length > 0 ? sum(infos.map(info => shippingGrossOf(info, pricing))) : undefined
}

function shippingGrossOf(info: Place<CommercetoolsShipping>, { currency, isTaxed }: Pricing): Big {
  const taxed = info.maybe('taxedPrice')
  if (taxed) return amountIn(currency, taxed.at('totalGross'))
  if (isTaxed && !isIncluded(info)) return info.at('taxedPrice').refuse('the price with tax')
  return amountIn(currency, info.maybe('discountedPrice')?.at('value') ?? info.at('price'))
}

/** What a discount on the total price took off, as money that is on no line. */
function discountOnTotal(order: Place<CommercetoolsOrder>, currency: string): Big {
  const discount = order.maybe('discountOnTotalPrice')
  const off = discount?.maybe('discountedGrossAmount') ?? discount?.at('discountedAmount')
  return off ? zero.minus(amountIn(currency, off)) : zero
}
