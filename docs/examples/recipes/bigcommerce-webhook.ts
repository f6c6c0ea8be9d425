import { OmetriaMappingError } from 'ometria-adapters'
import { type BigCommerceProduct, type BigCommerceV2Order, orderFromV2 } from 'ometria-adapters/bigcommerce'
import { ometria } from '../ometria-server.js'

const { BIGCOMMERCE_STORE_HASH = '', BIGCOMMERCE_TOKEN = '', BIGCOMMERCE_HOOK_SECRET = '' } = process.env

/** Statuses by BigCommerce's numbers: 0 is begun and not paid. */
const cancelled = 5
const placed = new Set([2, 3, 7, 8, 9, 10, 11, 12])

/** Takes the webhook store/order/statusUpdated, which says no more than the order's id and its status. */
export async function POST(request: Request): Promise<Response> {
  // A header of your own, given when the webhook was made: BigCommerce sends it along.
  if (request.headers.get('x-hook-secret') !== BIGCOMMERCE_HOOK_SECRET)
    return new Response(null, { status: 401 })
  const { data } = await request.json()
  const status = Number(data.status?.new_status_id)
  try {
    if (placed.has(status)) await orderPlaced(Number(data.id))
    if (status === cancelled)
      await ometria.track({ scope: 'order', action: 'cancel', data: { order_id: String(data.id) } })
    return new Response(null, { status: 204 })
  } catch (error) {
    console.error(error)
    return new Response(null, { status: error instanceof OmetriaMappingError ? 204 : 503 })
  }
}

/** However often its status changes, the order is named the same, and counts once. */
async function orderPlaced(id: number) {
  const [order, products] = await Promise.all([
    get<BigCommerceV2Order>(`orders/${id}?include=fees`),
    get<BigCommerceProduct[]>(`orders/${id}/products?limit=250`),
  ])
  await ometria.track({ scope: 'order', action: 'add', data: orderFromV2(order, products) })
}

async function get<Found>(path: string): Promise<Found> {
  const url = `https://api.bigcommerce.com/stores/${BIGCOMMERCE_STORE_HASH}/v2/${path}`
  const headers = { accept: 'application/json', 'x-auth-token': BIGCOMMERCE_TOKEN }
  const response = await fetch(url, { headers })
  if (!response.ok) throw new Error(`BigCommerce answered ${response.status}.`)
  return response.json()
}
