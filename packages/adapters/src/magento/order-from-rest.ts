import type Big from 'big.js'
import type { Order } from 'ometria-headless'
import { type AdapterOptions, orderIdOf, productIdOf, userIdOf, variantIdOf } from '../adapter-options.js'
import { paidDigits } from '../minor-units.js'
import { assembleOrder, type Line } from '../order-assembly.js'
import { Place } from '../place.js'
import { sum, zero } from '../sum.js'

type Amount = number | string | null | undefined

/** What is read of an order's item. Products with variants and bundles are items with items of their own (`parent_item_id`). */
interface MagentoRestItem {
  readonly item_id: number
  readonly parent_item_id?: number | null | undefined
  readonly product_id?: number | null | undefined
  readonly product_type?: string | undefined
  readonly sku?: string | undefined
  readonly name?: string | undefined
  readonly qty_ordered: number
  readonly row_total: Amount
  readonly tax_amount?: Amount
  readonly discount_amount?: Amount
  readonly discount_tax_compensation_amount?: Amount
  readonly weee_tax_applied_row_amount?: Amount
}

/** What is read of an order of the REST API (`/V1/orders`). */
export interface MagentoRestOrder {
  readonly increment_id: string
  readonly customer_id?: number | null | undefined
  readonly order_currency_code: string
  readonly grand_total: number | string
  readonly tax_amount?: Amount
  readonly shipping_amount?: Amount
  readonly shipping_tax_amount?: Amount
  readonly shipping_discount_amount?: Amount
  readonly shipping_discount_tax_compensation_amount?: Amount
  readonly items: readonly MagentoRestItem[]
  readonly extension_attributes?: MagentoAttributes | null | undefined
}

/** What Adobe Commerce adds: gift wrapping, and what lowers `grand_total` because it was paid otherwise. */
interface MagentoAttributes {
  readonly gift_cards_amount?: Amount
  readonly customer_balance_amount?: Amount
  readonly reward_currency_amount?: Amount
  readonly gw_price_incl_tax?: Amount
  readonly gw_items_price_incl_tax?: Amount
  readonly gw_card_price_incl_tax?: Amount
}

/**
 * An order from the REST API of Magento Open Source or Adobe Commerce, in the currency in which the shopper paid.
 *
 * A line's total is worked out as Ometria's own extension for Magento does: the row's total, with its tax, with the tax that
 * discounts took off prices with tax, with fixed product taxes, less its discount; right for each of Magento's tax settings. A
 * bundle whose parts have the prices has the amounts of its parts. Ids are those of Ometria's extension too: the order is its
 * `increment_id`, the product the parent's id, and the variant the children's, joined by commas. Gift cards and gift wrapping
 * are left out. `order_total` is `grand_total`: what was paid by gift card, store credit or points is not in there.
 *
 * @throws OmetriaMappingError where the document does not say something for certain, or does not add up, as with taxes on fixed
 * product taxes
 */
export function orderFromRest<Document extends MagentoRestOrder>(
  document: Document,
  options: AdapterOptions<Document, Document['items'][number]> = {},
): Order {
  const order = new Place<MagentoRestOrder>(document)
  const currency = order.at('order_currency_code').text()
  const total = order.at('grand_total').amount()
  const items = order.list('items')
  const parents = items.filter(item => item.maybe('parent_item_id') === undefined)
  const childrenOf = (parent: Place<MagentoRestItem>) => {
    const id = parent.at('item_id').id()
    return items.filter(item => item.maybe('parent_item_id')?.id() === id)
  }

  return assembleOrder({
    order_id: orderIdOf(order, options, () => order.at('increment_id').id()),
    user_id: userIdOf(order, options, () => order.maybe('customer_id')?.id()),
    total,
    totalAt: order.at('grand_total'),
    tax: order.maybe('tax_amount')?.amount(),
    shipping: shippingOf(order),
    currency,
    lines: parents.map(parent => lineOf(parent, childrenOf(parent), options)),
    linesAt: order.at('items'),
    leftOut: leftOut(order.maybe('extension_attributes')),
    roundTo: paidDigits(currency, total),
  })
}

function shippingOf(order: Place<MagentoRestOrder>): Big {
  const amount = (key: ShippingKey) => order.maybe(key)?.amount() ?? zero
  return amount('shipping_amount')
    .plus(amount('shipping_tax_amount'))
    .plus(amount('shipping_discount_tax_compensation_amount'))
    .minus(amount('shipping_discount_amount'))
}

type ShippingKey =
  | 'shipping_amount'
  | 'shipping_tax_amount'
  | 'shipping_discount_amount'
  | 'shipping_discount_tax_compensation_amount'

function lineOf(
  parent: Place<MagentoRestItem>,
  children: Place<MagentoRestItem>[],
  options: AdapterOptions<MagentoRestOrder, MagentoRestItem>,
): Line {
  const isGiftCard = parent.at('product_type').given === 'giftcard'
  const hasChildren = children.length > 0
  return {
    product_id: productIdOf(parent, options, () =>
      isGiftCard ? undefined : parent.maybe('product_id')?.id(),
    ),
    // With children, it is the chosen variant's.
    product_sku: hasChildren ? undefined : parent.textIfAny('sku'),
    product_name: parent.textIfAny('name'),
    variant_id: variantIdOf(parent, options, () =>
      hasChildren ? children.map(child => child.at('product_id').id()).join() : undefined,
    ),
    variant_sku: hasChildren ? children.map(child => child.at('sku').text()).join() : undefined,
    quantity: parent.at('qty_ordered').quantity(),
    total: paidFor(parent, children),
    place: parent,
  }
}

function paidFor(parent: Place<MagentoRestItem>, children: Place<MagentoRestItem>[]): Big {
  parent.at('row_total').amount()
  const amount = (key: MoneyKey) => {
    const own = parent.maybe(key)?.amount() ?? zero
    return own.eq(0) ? sum(children.map(child => child.maybe(key)?.amount() ?? zero)) : own
  }
  return amount('row_total')
    .plus(amount('tax_amount'))
    .plus(amount('discount_tax_compensation_amount'))
    .plus(amount('weee_tax_applied_row_amount'))
    .minus(amount('discount_amount'))
}

type MoneyKey =
  | 'row_total'
  | 'tax_amount'
  | 'discount_amount'
  | 'discount_tax_compensation_amount'
  | 'weee_tax_applied_row_amount'

function leftOut(attributes: Place<MagentoAttributes> | undefined): Big {
  const amount = (key: keyof MagentoAttributes) => attributes?.maybe(key)?.amount() ?? zero
  return sum([
    amount('gw_price_incl_tax'),
    amount('gw_items_price_incl_tax'),
    amount('gw_card_price_incl_tax'),
  ])
    .minus(amount('gift_cards_amount'))
    .minus(amount('customer_balance_amount'))
    .minus(amount('reward_currency_amount'))
}
