import { createHmac, timingSafeEqual } from 'node:crypto'
import { OmetriaMappingError } from 'ometria-adapters'
import { orderFromRest, type WooCommerceOrder } from 'ometria-adapters/woocommerce'
import { ometria } from '../ometria-server.js'

const { WOOCOMMERCE_HOOK_SECRET = '' } = process.env

/** Takes the webhook order.updated. (order.created comes before anything was paid.) */
export async function POST(request: Request): Promise<Response> {
  const body = await request.text()
  if (!isSigned(body, request.headers.get('x-wc-webhook-signature')))
    return new Response(null, { status: 401 })
  const order = JSON.parse(body)
  try {
    if (order.status === 'processing' || order.status === 'completed')
      await ometria.track({ scope: 'order', action: 'add', data: placed(order) })
    if (order.status === 'cancelled')
      await ometria.track({ scope: 'order', action: 'cancel', data: { order_id: String(order.id) } })
    return new Response(null, { status: 204 })
  } catch (error) {
    console.error(error)
    return new Response(null, { status: error instanceof OmetriaMappingError ? 204 : 503 })
  }
}

/** By SKU, as the page names products too. */
const placed = (order: WooCommerceOrder) =>
  orderFromRest(order, { productId: line => ('sku' in line ? line.sku : undefined) })

/** WooCommerce signs the body with the webhook's secret (HMAC-SHA256, Base64). */
function isSigned(body: string, signature: string | null) {
  const expected = createHmac('sha256', WOOCOMMERCE_HOOK_SECRET).update(body).digest()
  const given = Buffer.from(signature ?? '', 'base64')
  return given.length === expected.length && timingSafeEqual(given, expected)
}
