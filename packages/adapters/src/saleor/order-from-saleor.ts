import type Big from 'big.js'
import type { Order } from 'ometria-headless'
import { type AdapterOptions, orderIdOf, productIdOf, userIdOf, variantIdOf } from '../adapter-options.js'
import { assembleOrder, type Line } from '../order-assembly.js'
import { Place } from '../place.js'

type Maybe<Value> = Value | null | undefined

/** The fields that are read, for a query of Saleor's GraphQL: `query { order(id: …) { ...OmetriaOrder } }`. */
export const orderFragment = /* GraphQL */ `
  fragment OmetriaOrder on Order {
    number
    user { id }
    total { gross { amount currency } tax { amount currency } }
    shippingPrice { gross { amount currency } }
    lines {
      productName
      productSku
      productVariantId
      quantity
      totalPrice { gross { amount currency } }
      variant { id product { id productType { kind } } }
    }
  }
`

interface SaleorMoney {
  readonly amount: number
  readonly currency: string
}

interface SaleorLine {
  readonly productName?: Maybe<string>
  readonly productSku?: Maybe<string>
  readonly productVariantId?: Maybe<string>
  readonly quantity: number
  readonly totalPrice: { readonly gross: SaleorMoney }
  readonly variant?: Maybe<{
    readonly id: string
    readonly product: { readonly id: string; readonly productType?: Maybe<{ readonly kind?: Maybe<string> }> }
  }>
}

/** What is read of an order of Saleor's GraphQL API. */
export interface SaleorOrder {
  readonly number: string
  readonly user?: Maybe<{ readonly id: string }>
  readonly total: { readonly gross: SaleorMoney; readonly tax?: Maybe<SaleorMoney> }
  readonly shippingPrice: { readonly gross: SaleorMoney }
  readonly lines: readonly SaleorLine[]
}

/**
 * An order from Saleor, as `orderFragment` asks for it.
 *
 * A line's total is `totalPrice.gross`, which has the discounts of the line and of the order in it. Gift cards that were bought,
 * and variants deleted since, are left out. Gift cards that were paid with lower nothing. The order is its `number`; products and
 * variants have Saleor's global ids.
 *
 * @throws OmetriaMappingError where the document does not say something for certain, or does not add up
 */
export function orderFromSaleor<Document extends SaleorOrder>(
  document: Document,
  options: AdapterOptions<Document, Document['lines'][number]> = {},
): Order {
  const order = new Place<SaleorOrder>(document)
  const total = order.at('total').at('gross')
  const currency = total.at('currency').text()
  const tax = order.at('total').maybe('tax')

  return assembleOrder({
    order_id: orderIdOf(order, options, () => order.at('number').id()),
    user_id: userIdOf(order, options, () => order.maybe('user')?.at('id').id()),
    total: amountIn(currency, total),
    totalAt: total,
    tax: tax && amountIn(currency, tax),
    shipping: amountIn(currency, order.at('shippingPrice').at('gross')),
    currency,
    lines: order.list('lines').map(line => lineOf(line, currency, options)),
    linesAt: order.at('lines'),
  })
}

function lineOf(
  line: Place<SaleorLine>,
  currency: string,
  options: AdapterOptions<SaleorOrder, SaleorLine>,
): Line {
  const variant = line.maybe('variant')
  const product = variant?.at('product')
  const isGiftCard = product?.maybe('productType')?.at('kind').given === 'GIFT_CARD'
  return {
    product_id: productIdOf(line, options, () => (isGiftCard ? undefined : product?.at('id').id())),
    product_name: line.textIfAny('productName'),
    variant_id: variantIdOf(
      line,
      options,
      () => variant?.at('id').id() ?? line.maybe('productVariantId')?.id(),
    ),
    variant_sku: line.textIfAny('productSku'),
    quantity: line.at('quantity').quantity(),
    total: amountIn(currency, line.at('totalPrice').at('gross')),
    place: line,
  }
}

function amountIn(currency: string, money: Place<SaleorMoney>): Big {
  const code = money.at('currency')
  if (code.text() !== currency) code.refuse(`the order's currency, ${currency}`, 'another')
  return money.at('amount').amount()
}
