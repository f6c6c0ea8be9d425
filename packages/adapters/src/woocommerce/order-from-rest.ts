import type Big from 'big.js'
import type { Order } from 'ometria-headless'
import { type AdapterOptions, orderIdOf, productIdOf, userIdOf, variantIdOf } from '../adapter-options.js'
import { idUnlessZero } from '../id-unless-zero.js'
import { paidDigits } from '../minor-units.js'
import { addsUp, assembleOrder, type Line, type OrderParts } from '../order-assembly.js'
import { Place } from '../place.js'
import { skuFields } from '../sku-fields.js'
import { one, sum, zero } from '../sum.js'

/** An amount without tax, its tax, and that tax by rate, which alone is never rounded. */
interface WooCommerceAmount {
  readonly total?: string | undefined
  readonly total_tax?: string | undefined
  readonly taxes?:
    | readonly { readonly id?: number | undefined; readonly total?: string | undefined }[]
    | undefined
}

interface WooCommerceLine extends WooCommerceAmount {
  readonly name?: string | undefined
  readonly product_id?: number | undefined
  readonly variation_id?: number | undefined
  readonly quantity?: number | undefined
  readonly sku?: string | null | undefined
}

interface WooCommerceFee extends WooCommerceAmount {
  readonly name?: string | undefined
}

/** What is read of an order of WooCommerce's REST API (v2, v3), which its webhooks have too. */
export interface WooCommerceOrder {
  readonly id?: number | undefined
  readonly customer_id?: number | undefined
  readonly currency?: string | undefined
  readonly total?: string | undefined
  readonly total_tax?: string | undefined
  readonly shipping_total?: string | undefined
  readonly shipping_tax?: string | undefined
  readonly shipping_lines?: readonly WooCommerceAmount[] | undefined
  readonly line_items?: readonly WooCommerceLine[] | undefined
  readonly fee_lines?: readonly WooCommerceFee[] | undefined
}

type LineOf<List> = List extends readonly (infer Line)[] ? Line : never

/**
 * An order from WooCommerce's REST API, or from its webhooks `order.*`.
 *
 * A line's total is its `total`, which is after discounts and without tax whatever the shop's prices are, and its `total_tax`.
 * Fees are left out, and so are lines without a product. Gift card plugins that lower an order's `total` make sums that don't
 * add up, which is refused.
 *
 * Shops that round tax "at subtotal level" show lines whose rounded taxes may miss the order's by a cent. Then the taxes by
 * rate are taken, which WooCommerce does not round; the lines are rounded once, together. Where prices have tax in them,
 * even that may not add up: ask the API for more decimals (`?dp=6`), which webhooks don't have.
 *
 * @throws OmetriaMappingError where the document does not say something for certain, or does not add up
 */
export function orderFromRest<Document extends WooCommerceOrder>(
  document: Document,
  options: AdapterOptions<Document, LineOf<Document['line_items']> | LineOf<Document['fee_lines']>> = {},
): Order {
  const order = new Place<WooCommerceOrder>(document)
  const rounded = partsOf(order, options, roundedTax)
  const unrounded = partsOf(order, options, taxByRate)
  return assembleOrder(!addsUp(rounded) && addsUp(unrounded) ? unrounded : rounded)
}

type Options = AdapterOptions<WooCommerceOrder, WooCommerceLine | WooCommerceFee>
type TaxReader = (place: Place<WooCommerceAmount>) => Big

/** Zero or more; fees that are discounts are less. */
const roundedTax: TaxReader = place => place.at('total_tax').signedAmount()

/** A rate that does not apply has empty text. */
const taxByRate: TaxReader = place =>
  sum(place.listIfAny('taxes').map(tax => (tax.textIfAny('total') ? tax.at('total').signedAmount() : zero)))

function partsOf(order: Place<WooCommerceOrder>, options: Options, tax: TaxReader): OrderParts {
  const currency = order.at('currency').text()
  const total = order.at('total').amount()
  const shippingTax =
    tax === roundedTax ? order.at('shipping_tax').amount() : sum(order.listIfAny('shipping_lines').map(tax))
  return {
    order_id: orderIdOf(order, options, () => order.at('id').id()),
    user_id: userIdOf(order, options, () => idUnlessZero(order.maybe('customer_id'))),
    total,
    totalAt: order.at('total'),
    tax: order.maybe('total_tax')?.amount(),
    shipping: order.at('shipping_total').amount().plus(shippingTax),
    currency,
    lines: [
      ...order.list('line_items').map(line => lineOf(line, options, tax)),
      ...order.listIfAny('fee_lines').map(fee => feeOf(fee, options, tax)),
    ],
    linesAt: order.at('line_items'),
    roundTo: paidDigits(currency, total),
  }
}

function lineOf(line: Place<WooCommerceLine>, options: Options, tax: TaxReader): Line {
  const variation = idUnlessZero(line.maybe('variation_id'))
  const sku = line.textIfAny('sku')
  return {
    product_id: productIdOf(line, options, () => idUnlessZero(line.maybe('product_id'))),
    ...skuFields(sku, variation !== undefined),
    product_name: line.textIfAny('name'),
    variant_id: variantIdOf(line, options, () => variation),
    quantity: line.at('quantity').quantity(),
    total: line.at('total').amount().plus(tax(line)),
    place: line,
  }
}

const feeOf = (fee: Place<WooCommerceFee>, options: Options, tax: TaxReader): Line => ({
  product_id: productIdOf(fee, options, () => undefined),
  product_name: fee.textIfAny('name'),
  variant_id: variantIdOf(fee, options, () => undefined),
  quantity: one,
  total: fee.at('total').signedAmount().plus(tax(fee)),
  place: fee,
})
