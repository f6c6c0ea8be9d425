import { type CommercetoolsOrder, orderFromCommercetools } from 'ometria-adapters/commercetools'
import { ometria } from '../ometria-server.js'

/** What a subscription to messages about orders delivers. */
type Message =
  | { type: 'OrderCreated'; order: CommercetoolsOrder }
  | {
      type: 'OrderStateChanged'
      orderState: string
      resource: { id: string }
      resourceUserProvidedIdentifiers?: { orderNumber?: string }
    }

/** Behind your queue (SQS, Pub/Sub, Event Grid), which delivers again where this rejects. */
export async function orderMessage(message: Message) {
  if (message.type === 'OrderCreated') {
    const data = orderFromCommercetools(message.order)
    await ometria.track({ scope: 'order', action: 'add', data })
  } else if (message.orderState === 'Cancelled') {
    // The same id as the order was placed under.
    const order_id = message.resourceUserProvidedIdentifiers?.orderNumber ?? message.resource.id
    await ometria.track({ scope: 'order', action: 'cancel', data: { order_id } })
  }
}
