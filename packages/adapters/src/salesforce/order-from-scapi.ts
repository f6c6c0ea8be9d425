import type Big from 'big.js'
import type { Order } from 'ometria-headless'
import { type AdapterOptions, orderIdOf, productIdOf, userIdOf, variantIdOf } from '../adapter-options.js'
import { assembleOrder, type Line } from '../order-assembly.js'
import { Place } from '../place.js'
import { one, sum } from '../sum.js'

/** A price after every discount, with tax where the order's taxation is gross. */
interface SalesforcePriced {
  readonly priceAfterOrderDiscount?: number | undefined
  readonly adjustedTax?: number | undefined
}

interface SalesforceItem extends SalesforcePriced {
  readonly productId?: string | undefined
  readonly productName?: string | undefined
  readonly quantity?: number | undefined
  /** What was chosen with the product and is paid for apart, such as a warranty. */
  readonly optionItems?: readonly SalesforcePriced[] | undefined
}

interface SalesforceGiftCertificate {
  readonly amount?: number | undefined
}

/** What is read of an order of the Shopper Orders API (SCAPI), or of OCAPI in camel case. */
export interface SalesforceOrder {
  readonly orderNo?: string | undefined
  readonly currency?: string | undefined
  readonly taxation?: string | undefined
  readonly guest?: boolean | undefined
  readonly customerInfo?: { readonly customerId?: string | undefined } | undefined
  readonly orderTotal?: number | undefined
  readonly taxTotal?: number | undefined
  readonly shippingTotal?: number | undefined
  readonly adjustedShippingTotalTax?: number | undefined
  readonly productItems?: readonly SalesforceItem[] | undefined
  readonly giftCertificateItems?: readonly SalesforceGiftCertificate[] | undefined
}

type ElementOf<List> = List extends readonly (infer Element)[] ? Element : never

/**
 * An order from Salesforce B2C Commerce's Shopper Orders API.
 *
 * Everything hangs on `taxation`. Where it is `'gross'`, a line's total is `priceAfterOrderDiscount`; where it is `'net'`,
 * `adjustedTax` comes on top. Options that were chosen with a product (a warranty) belong to its line. Shipping is `shippingTotal`,
 * and in net shops `adjustedShippingTotalTax` with it: `shippingTotalTax` is the tax of before the discounts. Gift certificates are
 * left out. Orders whose taxes were rounded by groups of lines may not add up, and are refused then.
 *
 * `product_id` is `productId`, the SKU that was bought; where Ometria knows products by their master, name it by the option
 * `productId`. An order in status `created` is not placed yet: say when to track it.
 *
 * @throws OmetriaMappingError where the document does not say something for certain, or does not add up
 */
export function orderFromScapi<Document extends SalesforceOrder>(
  document: Document,
  options: AdapterOptions<Document, ElementOf<Document['productItems']> | SalesforceGiftCertificate> = {},
): Order {
  const order = new Place<SalesforceOrder>(document)
  const taxation = order.at('taxation')
  const isNet = taxation.given === 'net'
  if (!isNet && taxation.given !== 'gross') taxation.refuse("'gross' or 'net'")
  const shipping = order.at('shippingTotal').amount()

  return assembleOrder({
    order_id: orderIdOf(order, options, () => order.at('orderNo').id()),
    user_id: userIdOf(order, options, () => customerOf(order)),
    total: order.at('orderTotal').amount(),
    totalAt: order.at('orderTotal'),
    tax: order.at('taxTotal').amount(),
    shipping: isNet ? shipping.plus(order.at('adjustedShippingTotalTax').amount()) : shipping,
    currency: order.at('currency').text(),
    lines: [
      ...order.list('productItems').map(item => lineOf(item, isNet, options)),
      ...order.listIfAny('giftCertificateItems').map(card => giftCertificateOf(card, options)),
    ],
    linesAt: order.at('productItems'),
  })
}

const customerOf = (order: Place<SalesforceOrder>) =>
  order.maybe('guest')?.flag() === true ? undefined : order.maybe('customerInfo')?.textIfAny('customerId')

type Options = AdapterOptions<SalesforceOrder, SalesforceItem | SalesforceGiftCertificate>

const lineOf = (item: Place<SalesforceItem>, isNet: boolean, options: Options): Line => ({
  product_id: productIdOf(item, options, () => item.textIfAny('productId')),
  product_name: item.textIfAny('productName'),
  variant_id: variantIdOf(item, options, () => undefined),
  quantity: item.at('quantity').quantity(),
  total: sum([item, ...item.listIfAny('optionItems')].map(each => paidFor(each, isNet))),
  place: item,
})

function paidFor(item: Place<SalesforcePriced>, isNet: boolean): Big {
  const price = item.at('priceAfterOrderDiscount').amount()
  return isNet ? price.plus(item.at('adjustedTax').amount()) : price
}

const giftCertificateOf = (card: Place<SalesforceGiftCertificate>, options: Options): Line => ({
  product_id: productIdOf(card, options, () => undefined),
  variant_id: variantIdOf(card, options, () => undefined),
  quantity: one,
  total: card.at('amount').amount(),
  place: card,
})
