import '@shopify/shopify-api/adapters/web-api'
import { ApiVersion, shopifyApi } from '@shopify/shopify-api'
import { OmetriaMappingError } from 'ometria-adapters'
import {
  cancelFromWebhook,
  orderFromWebhook,
  returnFromRefundWebhook,
  type ShopifyCancelledOrder,
  type ShopifyNotedOrder,
  type ShopifyOrder,
  type ShopifyRefund,
  userFromWebhook,
} from 'ometria-adapters/shopify'
import { OmetriaRejectedError, OmetriaValidationError, type ServerEvent } from 'ometria-headless/server'

const { env } = process

const shopify = shopifyApi({
  apiKey: env.SHOPIFY_API_KEY ?? '',
  apiSecretKey: env.SHOPIFY_API_SECRET ?? '',
  hostName: env.SHOPIFY_APP_HOST ?? '', // where this server is reached, as 'hooks.shop.example'
  apiVersion: ApiVersion.January26,
  isEmbeddedApp: false,
})

/** A route that takes the webhooks orders/create, orders/cancelled and refunds/create, and hands their events to `track`. */
export const webhookRoute =
  (track: (event: ServerEvent) => Promise<unknown>) =>
  async (request: Request): Promise<Response> => {
    const rawBody = await request.text()
    const webhook = await shopify.webhooks.validate({ rawBody, rawRequest: request })
    if (!webhook.valid) return new Response(null, { status: 401 })
    try {
      const event = eventOf(webhook.topic, JSON.parse(rawBody))
      if (event) await track(event)
      return new Response(null, { status: 204 })
    } catch (error) {
      console.error(webhook.topic, webhook.webhookId, error)
      // Shopify calls again after 503. What can never succeed is taken: a webhook that keeps failing is removed.
      return new Response(null, { status: isHopeless(error) ? 204 : 503 })
    }
  }

function eventOf(topic: string, document: WebhookDocument): ServerEvent | undefined {
  switch (topic) {
    case 'ORDERS_CREATE': {
      const user = userFromWebhook(document)
      return { scope: 'order', action: 'add', data: orderFromWebhook(document), ...(user && { user }) }
    }
    case 'ORDERS_CANCELLED': {
      const user = userFromWebhook(document)
      return { scope: 'order', action: 'cancel', data: cancelFromWebhook(document), ...(user && { user }) }
    }
    case 'REFUNDS_CREATE': {
      const data = returnFromRefundWebhook(document)
      // Named after the refund, so that a refund that is told twice is the same event.
      return data && { scope: 'order', action: 'return', data, request_id: `order-return-${document.id}` }
    }
    default:
      return undefined
  }
}

/** Shopify says by its topic which of these it is, and the functions look. */
type WebhookDocument = ShopifyOrder & ShopifyNotedOrder & ShopifyCancelledOrder & ShopifyRefund

const isHopeless = (error: unknown) =>
  error instanceof OmetriaMappingError ||
  error instanceof OmetriaValidationError ||
  error instanceof OmetriaRejectedError
