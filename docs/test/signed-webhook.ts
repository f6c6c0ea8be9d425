import { createHmac } from 'node:crypto'

/** As Shopify's documentation of webhooks describes their delivery: https://shopify.dev/docs/apps/build/webhooks/subscribe/https */
export function signedWebhook(url: string, topic: string, document: object, secret: string): Request {
  const body = JSON.stringify(document)
  const headers = {
    'content-type': 'application/json',
    'x-shopify-topic': topic,
    'x-shopify-hmac-sha256': createHmac('sha256', secret).update(body).digest('base64'),
    'x-shopify-shop-domain': 'acme.myshopify.com',
    'x-shopify-api-version': '2026-01',
    'x-shopify-webhook-id': 'b54557e4-bdd9-4b37-8a5f-bf7d70bcd043',
  }
  return new Request(url, { method: 'POST', headers, body })
}
