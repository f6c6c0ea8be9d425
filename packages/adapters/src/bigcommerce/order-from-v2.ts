import type { Order } from 'ometria-headless'
import { type AdapterOptions, orderIdOf, productIdOf, userIdOf, variantIdOf } from '../adapter-options.js'
import { idUnlessZero } from '../id-unless-zero.js'
import { paidDigits } from '../minor-units.js'
import { assembleOrder, type Line } from '../order-assembly.js'
import { Place } from '../place.js'
import { skuFields } from '../sku-fields.js'
import { one, sum } from '../sum.js'

type Amount = string | number

/** What is read of an order of the V2 API. */
export interface BigCommerceV2Order {
  readonly id: number
  readonly customer_id?: number | null | undefined
  /** The currency in which the shopper paid; `currency_code` is only the one that was shown. */
  readonly default_currency_code: string
  readonly total_inc_tax: Amount
  readonly total_tax?: Amount | undefined
  readonly shipping_cost_inc_tax: Amount
  readonly handling_cost_inc_tax?: Amount | undefined
  readonly wrapping_cost_inc_tax?: Amount | undefined
  /** A list where it was asked for (`include=fees`). */
  readonly fees?: readonly BigCommerceFee[] | object | null | undefined
}

interface BigCommerceFee {
  readonly display_name_customer?: string | undefined
  readonly cost_inc_tax: Amount
}

/** What is read of one of the order's products (`/v2/orders/{id}/products`). */
export interface BigCommerceProduct {
  readonly product_id?: number | null | undefined
  readonly variant_id?: number | null | undefined
  readonly name?: string | undefined
  readonly sku?: string | null | undefined
  readonly quantity: number
  /** After every discount, and with tax. */
  readonly discounted_total_inc_tax: Amount
}

/**
 * An order from BigCommerce's V2 API, and its products, which are a request of their own.
 *
 * A line's total is `discounted_total_inc_tax`. Gift certificates and custom products (their `product_id` is 0), handling, gift
 * wrapping and fees are left out. Store credit and gift certificates pay for an order, and lower nothing.
 *
 * The webhook `store/order/created` comes for orders that were begun and not paid too: look at `status_id`, which is 0 for
 * those.
 *
 * @throws OmetriaMappingError where the documents do not say something for certain, or do not add up. Paths in the products
 * begin with `products`.
 */
export function orderFromV2<Document extends BigCommerceV2Order, Product extends BigCommerceProduct>(
  document: Document,
  products: readonly Product[],
  options: AdapterOptions<Document, Product | BigCommerceFee> = {},
): Order {
  const order = new Place<BigCommerceV2Order>(document)
  const both = new Place<{ products: readonly BigCommerceProduct[] }>({ products })
  const currency = order.at('default_currency_code').text()
  const total = order.at('total_inc_tax').amount()
  const { fees } = document
  const listed = new Place<{ fees?: readonly BigCommerceFee[] }>(Array.isArray(fees) ? { fees } : {})

  return assembleOrder({
    order_id: orderIdOf(order, options, () => order.at('id').id()),
    user_id: userIdOf(order, options, () => idUnlessZero(order.maybe('customer_id'))),
    total,
    totalAt: order.at('total_inc_tax'),
    tax: order.maybe('total_tax')?.amount(),
    shipping: order.at('shipping_cost_inc_tax').amount(),
    currency,
    lines: [
      ...both.list('products').map(product => lineOf(product, options)),
      ...listed.listIfAny('fees').map(fee => feeOf(fee, options)),
    ],
    linesAt: both.at('products'),
    leftOut: sum(
      [order.maybe('handling_cost_inc_tax'), order.maybe('wrapping_cost_inc_tax')].flatMap(cost =>
        cost ? [cost.amount()] : [],
      ),
    ),
    roundTo: paidDigits(currency, total),
  })
}

type Options = AdapterOptions<BigCommerceV2Order, BigCommerceProduct | BigCommerceFee>

function lineOf(product: Place<BigCommerceProduct>, options: Options): Line {
  const variant = idUnlessZero(product.maybe('variant_id'))
  const sku = product.textIfAny('sku')
  return {
    product_id: productIdOf(product, options, () => idUnlessZero(product.maybe('product_id'))),
    ...skuFields(sku, variant !== undefined),
    product_name: product.textIfAny('name'),
    variant_id: variantIdOf(product, options, () => variant),
    quantity: product.at('quantity').quantity(),
    total: product.at('discounted_total_inc_tax').amount(),
    place: product,
  }
}

const feeOf = (fee: Place<BigCommerceFee>, options: Options): Line => ({
  product_id: productIdOf(fee, options, () => undefined),
  product_name: fee.textIfAny('display_name_customer'),
  variant_id: variantIdOf(fee, options, () => undefined),
  quantity: one,
  total: fee.at('cost_inc_tax').amount(),
  place: fee,
})
