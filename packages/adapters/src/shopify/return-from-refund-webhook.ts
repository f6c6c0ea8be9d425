import { type AdapterOptions, orderIdOf, productIdOf, variantIdOf } from '../adapter-options.js'
import { Place } from '../place.js'
import { type ReturnedLine, type ReturnedOrder, returnOf } from '../returned-order.js'
import type { ShopifyLineItem } from './order-from-webhook.js'

type ShopifyRefundedItem = Pick<ShopifyLineItem, 'product_id' | 'variant_id' | 'sku' | 'title' | 'gift_card'>

/** What is read of a refund, as the webhook `refunds/create` has it. */
export interface ShopifyRefund {
  readonly order_id: string | number
  readonly refund_line_items: readonly {
    readonly quantity: number
    /** `'cancel'`: the goods had not left the shop. */
    readonly restock_type?: string | null | undefined
    readonly line_item: ShopifyRefundedItem
  }[]
}

/**
 * The data of an `order return` from the webhook `refunds/create`: what came back and how many of each, without money.
 * `undefined` where no goods came back: a refund of money alone, and items that were taken off an order before they were
 * sent (`restock_type` `'cancel'`), as Shopify also reports them when an order is cancelled.
 *
 * @throws OmetriaMappingError where the document does not say something for certain
 */
export function returnFromRefundWebhook<Document extends ShopifyRefund>(
  document: Document,
  options: Pick<
    AdapterOptions<Document, Document['refund_line_items'][number]['line_item']>,
    'orderId' | 'productId' | 'variantId'
  > = {},
): ReturnedOrder | undefined {
  const refund = new Place<ShopifyRefund>(document)
  const lines = refund.list('refund_line_items').filter(each => each.at('restock_type').given !== 'cancel')
  return returnOf(
    orderIdOf(refund, options, () => refund.at('order_id').id()),
    lines.map((each): ReturnedLine => {
      const line = each.at('line_item')
      const giftCard = line.maybe('gift_card')?.flag() === true
      return {
        product_id: productIdOf(line, options, () => (giftCard ? undefined : line.maybe('product_id')?.id())),
        product_name: line.textIfAny('title'),
        variant_id: variantIdOf(line, options, () => line.maybe('variant_id')?.id()),
        variant_sku: line.textIfAny('sku'),
        quantity: each.at('quantity').quantity(),
        place: each,
      }
    }),
  )
}
