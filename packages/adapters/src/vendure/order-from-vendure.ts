import type { Order } from 'ometria-headless'
import { type AdapterOptions, orderIdOf, productIdOf, userIdOf, variantIdOf } from '../adapter-options.js'
import { assembleOrder, type Line } from '../order-assembly.js'
import { Place } from '../place.js'
import { one, sum } from '../sum.js'

type Maybe<Value> = Value | null | undefined
type Id = string | number

/** The fields that are read, for a query of Vendure's Shop API: `query { orderByCode(code: …) { ...OmetriaOrder } }`. */
export const orderFragment = /* GraphQL */ `
  fragment OmetriaOrder on Order {
    code
    currencyCode
    totalWithTax
    shippingWithTax
    customer { id user { id } }
    taxSummary { taxTotal }
    surcharges { description sku priceWithTax }
    lines {
      quantity
      proratedLinePriceWithTax
      productVariant { id sku name product { id } }
    }
  }
`

interface VendureLine {
  readonly quantity: number
  readonly proratedLinePriceWithTax: number
  readonly productVariant: {
    readonly id: Id
    readonly sku?: Maybe<string>
    readonly name?: Maybe<string>
    readonly product: { readonly id: Id }
  }
}

interface VendureSurcharge {
  readonly description?: Maybe<string>
  readonly sku?: Maybe<string>
  readonly priceWithTax: number
}

/** What is read of an order of the Shop API. */
export interface VendureOrder {
  readonly code: string
  readonly currencyCode: string
  readonly totalWithTax: number
  readonly shippingWithTax: number
  readonly customer?: Maybe<{ readonly id: Id; readonly user?: Maybe<{ readonly id: Id }> }>
  readonly taxSummary: readonly { readonly taxTotal: number }[]
  readonly surcharges?: Maybe<readonly VendureSurcharge[]>
  readonly lines: readonly VendureLine[]
}

interface VendureOptions {
  /** The decimals of the shop's `MoneyStrategy`: 2 unless given, for yen too, as in Vendure. */
  precision?: number
}

/**
 * An order from Vendure's Shop API, as `orderFragment` asks for it.
 *
 * A line's total is `proratedLinePriceWithTax`, in which the order's discounts are too. Surcharges are left out, and so are lines
 * of which nothing is ordered any more. The order is its `code`.
 *
 * @throws OmetriaMappingError where the document does not say something for certain, or does not add up
 */
export function orderFromVendure<Document extends VendureOrder>(
  document: Document,
  options: AdapterOptions<Document, Document['lines'][number] | VendureSurcharge> & VendureOptions = {},
): Order {
  const order = new Place<VendureOrder>(document)
  const { precision = 2 } = options
  const lines = order.list('lines').filter(line => line.at('quantity').quantity().gt(0))

  return assembleOrder({
    order_id: orderIdOf(order, options, () => order.at('code').id()),
    user_id: userIdOf(order, options, () => customerOf(order)),
    total: order.at('totalWithTax').minorUnits(precision),
    totalAt: order.at('totalWithTax'),
    tax: sum(order.list('taxSummary').map(tax => tax.at('taxTotal').minorUnits(precision))),
    shipping: order.at('shippingWithTax').minorUnits(precision),
    currency: order.at('currencyCode').text(),
    lines: [
      ...lines.map(line => lineOf(line, precision, options)),
      ...order.listIfAny('surcharges').map(surcharge => surchargeOf(surcharge, precision, options)),
    ],
    linesAt: order.at('lines'),
  })
}

/** Guests are customers without a user. */
function customerOf(order: Place<VendureOrder>): string | undefined {
  const customer = order.maybe('customer')
  return customer?.at('user').given === null ? undefined : customer?.at('id').id()
}

type Options = AdapterOptions<VendureOrder, VendureLine | VendureSurcharge>

function lineOf(line: Place<VendureLine>, precision: number, options: Options): Line {
  const variant = line.at('productVariant')
  return {
    product_id: productIdOf(line, options, () => variant.at('product').at('id').id()),
    product_name: variant.textIfAny('name'),
    variant_id: variantIdOf(line, options, () => variant.at('id').id()),
    variant_sku: variant.textIfAny('sku'),
    quantity: line.at('quantity').quantity(),
    total: line.at('proratedLinePriceWithTax').minorUnits(precision),
    place: line,
  }
}

/** Less than 0 for a surcharge that is a discount. */
const surchargeOf = (surcharge: Place<VendureSurcharge>, precision: number, options: Options): Line => ({
  product_id: productIdOf(surcharge, options, () => undefined),
  product_sku: surcharge.textIfAny('sku'),
  product_name: surcharge.textIfAny('description'),
  variant_id: variantIdOf(surcharge, options, () => undefined),
  quantity: one,
  total: surcharge.at('priceWithTax').signedMinorUnits(precision),
  place: surcharge,
})
