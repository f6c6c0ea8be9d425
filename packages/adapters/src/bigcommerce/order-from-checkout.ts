import type Big from 'big.js'
import type { Order } from 'ometria-headless'
import { type AdapterOptions, orderIdOf, productIdOf, userIdOf, variantIdOf } from '../adapter-options.js'
import { idUnlessZero } from '../id-unless-zero.js'
import { paidDigits } from '../minor-units.js'
import { addsUp, assembleOrder, type Line, type OrderParts, withTaxOnTheOnlyLine } from '../order-assembly.js'
import { Place } from '../place.js'
import { skuFields } from '../sku-fields.js'
import { one, sum } from '../sum.js'

interface BigCommerceItem {
  readonly productId: number
  readonly variantId?: number | null | undefined
  readonly sku?: string | null | undefined
  readonly name?: string | undefined
  readonly quantity: number
  /** The recommended retail price of one, or 0. */
  readonly retailPrice?: number | null | undefined
  readonly extendedSalePrice: number
  readonly discountAmount: number
  readonly couponAmount: number
}

interface BigCommerceCustomItem {
  readonly sku?: string | null | undefined
  readonly name?: string | undefined
  readonly quantity: number
  readonly extendedListPrice: number
}

interface BigCommerceGiftCertificate {
  readonly name?: string | undefined
  readonly amount: number
}

interface BigCommerceOrderFee {
  readonly customerDisplayName?: string | undefined
  readonly cost: number
}

/** Anything that was paid for. */
type Anything = BigCommerceItem | BigCommerceCustomItem | BigCommerceGiftCertificate | BigCommerceOrderFee

/** What is read of an order of the Storefront API, or of the Checkout SDK (`getOrder()`). */
export interface BigCommerceCheckoutOrder {
  readonly orderId: number
  readonly customerId?: number | null | undefined
  readonly currency: { readonly code: string }
  readonly isTaxIncluded: boolean
  readonly orderAmount: number
  readonly taxTotal: number
  readonly shippingCostTotal: number
  readonly handlingCostTotal?: number | undefined
  readonly giftWrappingCostTotal?: number | undefined
  readonly fees?: readonly BigCommerceOrderFee[] | undefined
  readonly lineItems: {
    readonly physicalItems: readonly BigCommerceItem[]
    readonly digitalItems: readonly BigCommerceItem[]
    readonly customItems?: readonly BigCommerceCustomItem[] | undefined
    readonly giftCertificates?: readonly BigCommerceGiftCertificate[] | undefined
  }
}

/**
 * An order as BigCommerce's storefront has it right after it was placed.
 *
 * A line's total is its `extendedSalePrice` less `couponAmount`, and less `discountAmount` where that is not in the sale price
 * yet: the one that adds up to `orderAmount` is taken. Where prices are without tax (`isTaxIncluded` is false), lines do not tell
 * theirs: such an order is refused, unless it has no tax or one line alone was paid for. Custom items, gift certificates, fees,
 * handling and gift wrapping are left out.
 *
 * @throws OmetriaMappingError where the document does not say something for certain, or does not add up
 */
export function orderFromCheckout<Document extends BigCommerceCheckoutOrder>(
  document: Document,
  options: AdapterOptions<Document, Document['lineItems']['physicalItems'][number] | Anything> = {},
): Order {
  const order = new Place<BigCommerceCheckoutOrder>(document)
  const candidates = [discountsOff, couponOff].map(discounted => partsOf(order, options, discounted))
  const tax = order.at('taxTotal').amount()
  const ways = order.at('isTaxIncluded').flag()
    ? candidates
    : candidates.map(parts => (tax.eq(0) ? parts : (withTaxOnTheOnlyLine(parts, tax) ?? untold(order))))
  const [usual = untold(order)] = ways
  return assembleOrder(ways.find(addsUp) ?? usual)
}

const untold = (order: Place<BigCommerceCheckoutOrder>): never =>
  order.at('taxTotal').refuse('prices with tax, or no tax: lines do not tell their own', 'a tax of the order')

type Discounted = (item: Place<BigCommerceItem>) => Big

const couponOff: Discounted = item =>
  item.at('extendedSalePrice').amount().minus(item.at('couponAmount').amount())

const discountsOff: Discounted = item => couponOff(item).minus(item.at('discountAmount').amount())

type Options = AdapterOptions<BigCommerceCheckoutOrder, Anything>

function partsOf(
  order: Place<BigCommerceCheckoutOrder>,
  options: Options,
  discounted: Discounted,
): OrderParts {
  const items = order.at('lineItems')
  const currency = order.at('currency').at('code').text()
  const total = order.at('orderAmount').amount()
  const withTax = order.at('isTaxIncluded').flag()
  const other = (place: Place<Anything>, quantity: Big, name: string | undefined, paid: Big): Line => ({
    product_id: productIdOf(place, options, () => undefined),
    product_name: name,
    variant_id: variantIdOf(place, options, () => undefined),
    quantity,
    total: paid,
    place,
  })
  return {
    order_id: orderIdOf(order, options, () => order.at('orderId').id()),
    user_id: userIdOf(order, options, () => idUnlessZero(order.maybe('customerId'))),
    total,
    totalAt: order.at('orderAmount'),
    tax: order.at('taxTotal').amount(),
    shipping: order.at('shippingCostTotal').amount(),
    currency,
    lines: [
      ...[...items.list('physicalItems'), ...items.list('digitalItems')].map(item =>
        lineOf(item, options, discounted(item), withTax),
      ),
      ...items
        .listIfAny('customItems')
        .map(item =>
          other(
            item,
            item.at('quantity').quantity(),
            item.textIfAny('name'),
            item.at('extendedListPrice').amount(),
          ),
        ),
      ...items
        .listIfAny('giftCertificates')
        .map(card => other(card, one, card.textIfAny('name'), card.at('amount').amount())),
      ...order
        .listIfAny('fees')
        .map(fee => other(fee, one, fee.textIfAny('customerDisplayName'), fee.at('cost').amount())),
    ],
    linesAt: items,
    leftOut: sum(
      [order.maybe('handlingCostTotal'), order.maybe('giftWrappingCostTotal')].flatMap(cost =>
        cost ? [cost.amount()] : [],
      ),
    ),
    roundTo: paidDigits(currency, total),
  }
}

function lineOf(item: Place<BigCommerceItem>, options: Options, total: Big, withTax: boolean): Line {
  const variant = idUnlessZero(item.maybe('variantId'))
  const retail = withTax ? item.maybe('retailPrice')?.amount() : undefined
  const sku = item.textIfAny('sku')
  return {
    product_id: productIdOf(item, options, () => idUnlessZero(item.maybe('productId'))),
    ...skuFields(sku, variant !== undefined),
    product_name: item.textIfAny('name'),
    variant_id: variantIdOf(item, options, () => variant),
    quantity: item.at('quantity').quantity(),
    unit_rrp: retail?.gt(0) ? retail : undefined,
    total,
    place: item,
  }
}
