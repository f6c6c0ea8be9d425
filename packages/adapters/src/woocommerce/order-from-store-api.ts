import type { Order } from 'ometria-headless'
import { type AdapterOptions, orderIdOf, productIdOf, userIdOf, variantIdOf } from '../adapter-options.js'
import { assembleOrder, type Line } from '../order-assembly.js'
import { Place } from '../place.js'
import { skuFields } from '../sku-fields.js'
import { one, zero } from '../sum.js'

type Units = string | null | undefined

/** Amounts in minor units, as text, and how many decimals those are. */
interface WooCommerceMoney {
  readonly currency_code: string
  readonly currency_minor_unit: number
}

interface WooCommerceStoreItem {
  readonly name?: string | undefined
  readonly sku?: string | undefined
  readonly quantity: number
  /** What was chosen of a product that has variations. */
  readonly variation?: readonly object[] | undefined
  readonly totals: WooCommerceMoney & { readonly line_total: string; readonly line_total_tax: string }
}

interface WooCommerceStoreFee {
  readonly name?: string | undefined
  readonly totals: WooCommerceMoney & { readonly total: string; readonly total_tax: string }
}

/** What is read of an order of WooCommerce's Store API (`/wc/store/v1/order/…`). */
export interface WooCommerceStoreOrder {
  readonly id: number
  readonly items: readonly WooCommerceStoreItem[]
  readonly fees?: readonly WooCommerceStoreFee[] | undefined
  readonly totals: WooCommerceMoney & {
    readonly total_price: string
    readonly total_tax: string
    readonly total_shipping: Units
    readonly total_shipping_tax: Units
  }
}

/**
 * An order from WooCommerce's Store API, which a storefront can read with the order's key.
 *
 * An item's `id` is the row of the order and not the product, so `productId` has to name it: from `sku`, or from what the shop
 * adds to the item (`extensions`). Fees are left out. Shops that round tax "at subtotal level" have orders whose lines miss
 * the total by a cent; those are refused. The order does not say who the customer is.
 *
 * @throws OmetriaMappingError where the document does not say something for certain, or does not add up
 */
export function orderFromStoreApi<Document extends WooCommerceStoreOrder>(
  document: Document,
  options: AdapterOptions<Document, Document['items'][number] | WooCommerceStoreFee> & {
    productId(line: Document['items'][number] | WooCommerceStoreFee): string | number | null | undefined
  },
): Order {
  const order = new Place<WooCommerceStoreOrder>(document)
  const totals = order.at('totals')
  const currency = totals.at('currency_code').text()
  const decimals = decimalsOf(totals, currency)
  const inAll = (key: 'total_shipping' | 'total_shipping_tax') =>
    totals.maybe(key)?.minorUnits(decimals) ?? zero

  return assembleOrder({
    order_id: orderIdOf(order, options, () => order.at('id').id()),
    user_id: userIdOf(order, options, () => undefined),
    total: totals.at('total_price').minorUnits(decimals),
    totalAt: totals.at('total_price'),
    tax: totals.at('total_tax').minorUnits(decimals),
    shipping: inAll('total_shipping').plus(inAll('total_shipping_tax')),
    currency,
    lines: [
      ...order.list('items').map(item => itemOf(item, currency, options)),
      ...order.listIfAny('fees').map(fee => feeOf(fee, currency, options)),
    ],
    linesAt: order.at('items'),
  })
}

type Options = AdapterOptions<WooCommerceStoreOrder, WooCommerceStoreItem | WooCommerceStoreFee>

function itemOf(item: Place<WooCommerceStoreItem>, currency: string, options: Options): Line {
  const totals = item.at('totals')
  const decimals = decimalsOf(totals, currency)
  const isVariation = item.listIfAny('variation').length > 0
  const sku = item.textIfAny('sku')
  return {
    product_id: productIdOf(item, options, () => undefined),
    ...skuFields(sku, isVariation),
    product_name: item.textIfAny('name'),
    variant_id: variantIdOf(item, options, () => undefined),
    quantity: item.at('quantity').quantity(),
    total: totals
      .at('line_total')
      .minorUnits(decimals)
      .plus(totals.at('line_total_tax').minorUnits(decimals)),
    place: item,
  }
}

/** Less than 0 for a fee that is a discount. */
function feeOf(fee: Place<WooCommerceStoreFee>, currency: string, options: Options): Line {
  const totals = fee.at('totals')
  const decimals = decimalsOf(totals, currency)
  return {
    product_id: productIdOf(fee, options, () => undefined),
    product_name: fee.textIfAny('name'),
    variant_id: variantIdOf(fee, options, () => undefined),
    quantity: one,
    total: totals
      .at('total')
      .signedMinorUnits(decimals)
      .plus(totals.at('total_tax').signedMinorUnits(decimals)),
    place: fee,
  }
}

/** How small the minor units are: a setting of the shop's, whatever the currency. */
function decimalsOf(totals: Place<WooCommerceMoney>, currency: string): number {
  const code = totals.at('currency_code')
  if (code.text() !== currency) code.refuse(`the order's currency, ${currency}`, 'another')
  return totals.at('currency_minor_unit').decimals()
}
