import type Big from 'big.js'
import type { Order } from 'ometria-headless'
import { type AdapterOptions, orderIdOf, productIdOf, userIdOf, variantIdOf } from '../adapter-options.js'
import { paidDigits } from '../minor-units.js'
import { assembleOrder, type Line } from '../order-assembly.js'
import { Place } from '../place.js'
import { skuFields } from '../sku-fields.js'
import { sum } from '../sum.js'

type Maybe<Value> = Value | null | undefined

/** The fields that are read, for a query of Magento's or Adobe Commerce's GraphQL: `customer { orders { items { ...OmetriaOrder } } }`. */
export const orderFragment = /* GraphQL */ `
  fragment OmetriaOrder on CustomerOrder {
    number
    total {
      grand_total { value currency }
      total_tax { value currency }
      shipping_handling {
        amount_inc_tax { value currency }
        discounts { amount { value currency } }
      }
    }
    items {
      product_name
      product_sku
      product_type
      quantity_ordered
      product { uid sku }
      prices { row_total_including_tax { value currency } }
      discounts { amount { value currency } }
    }
  }
`

interface MagentoMoney {
  readonly value?: Maybe<number>
  readonly currency?: Maybe<string>
}

interface MagentoDiscount {
  readonly amount: MagentoMoney
}

interface MagentoOrderItem {
  readonly product_name?: Maybe<string>
  readonly product_sku?: Maybe<string>
  readonly product_type?: Maybe<string>
  readonly quantity_ordered?: Maybe<number>
  readonly product?: Maybe<{ readonly uid: string | number; readonly sku?: Maybe<string> }>
  readonly prices?: Maybe<{
    readonly row_total_including_tax?: Maybe<MagentoMoney>
    readonly price_including_tax?: Maybe<MagentoMoney>
  }>
  readonly discounts?: Maybe<readonly Maybe<MagentoDiscount>[]>
}

/** What is read of a `CustomerOrder`. */
export interface MagentoGraphQLOrder {
  readonly number: string
  readonly total?: Maybe<{
    readonly grand_total: MagentoMoney
    readonly total_tax: MagentoMoney
    readonly shipping_handling?: Maybe<{
      readonly amount_inc_tax?: Maybe<MagentoMoney>
      readonly discounts?: Maybe<readonly Maybe<MagentoDiscount>[]>
    }>
  }>
  readonly items?: Maybe<readonly Maybe<MagentoOrderItem>[]>
}

/**
 * An order from the GraphQL API of Magento Open Source (2.4.8 and later) or Adobe Commerce, as `orderFragment` asks for it.
 *
 * A line's total is its row's total with tax, less its discounts. Whether a discount takes tax off with it is a setting of the
 * shop's that the API does not tell, nor does it tell fixed product taxes by row, gift cards or wrapping: where sums don't add up
 * for that, the order is refused, and `orderFromRest` knows more. Products deleted since are left out.
 * The order is its `number`; a product's `uid` is its number in Base64, and that number is the id, as Ometria's extension for
 * Magento has it. The order does not say who the customer is.
 *
 * @throws OmetriaMappingError where the document does not say something for certain, or does not add up
 */
export function orderFromGraphQL<Document extends MagentoGraphQLOrder>(
  document: Document,
  options: AdapterOptions<Document, NonNullable<ElementOf<Document['items']>>> = {},
): Order {
  const order = new Place<MagentoGraphQLOrder>(document)
  const totals = order.at('total')
  const currency = totals.at('grand_total').at('currency').text()
  const total = amountIn(currency, totals.at('grand_total'))
  const shipping = totals.maybe('shipping_handling')

  return assembleOrder({
    order_id: orderIdOf(order, options, () => order.at('number').id()),
    user_id: userIdOf(order, options, () => undefined),
    total,
    totalAt: totals.at('grand_total'),
    tax: amountIn(currency, totals.at('total_tax')),
    shipping:
      shipping && amountIn(currency, shipping.at('amount_inc_tax')).minus(discountsOf(currency, shipping)),
    currency,
    lines: order.list('items').map(item => lineOf(item, currency, options)),
    linesAt: order.at('items'),
    roundTo: paidDigits(currency, total),
  })
}

type ElementOf<List> = List extends readonly (infer Element)[] ? Element : never

function lineOf(
  item: Place<Maybe<MagentoOrderItem>>,
  currency: string,
  options: AdapterOptions<MagentoGraphQLOrder, MagentoOrderItem>,
): Line {
  const known = new Place(item.given ?? {}, item.path)
  const product = known.maybe('product')
  const quantity = known.at('quantity_ordered').quantity()
  const isConfigurable = known.at('product_type').given === 'configurable'
  const sku = known.textIfAny('product_sku')
  return {
    product_id: productIdOf(known, options, () => product && numberOf(product.at('uid'))),
    product_name: known.textIfAny('product_name'),
    variant_id: variantIdOf(known, options, () => undefined),
    // A configurable product's item has the SKU of the variant.
    ...skuFields(sku, isConfigurable),
    ...(isConfigurable && { product_sku: product?.textIfAny('sku') }),
    quantity,
    total: rowOf(known, quantity, currency).minus(discountsOf(currency, known)),
    place: known,
  }
}

/** The row's total; shops of before 2.4.8 may have the price of one alone. */
function rowOf(item: Place<MagentoOrderItem>, quantity: Big, currency: string): Big {
  const prices = item.at('prices')
  const one = prices.maybe('row_total_including_tax') ? undefined : prices.maybe('price_including_tax')
  return one
    ? amountIn(currency, one).times(quantity)
    : amountIn(currency, prices.at('row_total_including_tax'))
}

const discountsOf = (
  currency: string,
  place: Place<{ readonly discounts?: Maybe<readonly Maybe<MagentoDiscount>[]> }>,
): Big => sum(place.listIfAny('discounts').map(discount => amountIn(currency, discount.at('amount'))))

function amountIn(currency: string, money: Place<Maybe<MagentoMoney>>): Big {
  const code = money.at('currency')
  if (code.text() !== currency) code.refuse(`the order's currency, ${currency}`, 'another')
  return money.at('value').amount()
}

/** `MTI=` is 12. */
function numberOf(uid: Place): string {
  const id = uid.id()
  try {
    const decoded = atob(id)
    return /^\d+$/.test(decoded) ? decoded : id
  } catch {
    return id
  }
}
