import { type AdapterOptions, orderIdOf } from '../adapter-options.js'
import { Place } from '../place.js'

/** What is read of the webhook `orders/cancelled`. */
export interface ShopifyCancelledOrder {
  readonly id: string | number
  readonly cancelled_at?: string | null | undefined
}

/**
 * The data of an `order cancel` from the webhook `orders/cancelled`.
 *
 * @throws OmetriaMappingError where the order was not cancelled
 */
export function cancelFromWebhook<Document extends ShopifyCancelledOrder>(
  document: Document,
  options: Pick<AdapterOptions<Document, never>, 'orderId'> = {},
): { order_id: string } {
  const order = new Place<ShopifyCancelledOrder>(document)
  order.at('cancelled_at').text()
  return { order_id: orderIdOf(order, options, () => order.at('id').id()) }
}
