import { OmetriaValidationError, type Order } from 'ometria-headless/server'
import { ometria } from './queued-relay.js'

/** What a shop's back end calls when an order was placed. It calls again whenever it is answered 503. */
export async function POST(request: Request): Promise<Response> {
  const order: Order = await request.json()
  try {
    const event = { scope: 'order', action: 'add', data: order } as const
    await ometria.track(event, { fallbackAfterMs: 10 * 60_000 })
    return new Response(null, { status: 202 })
  } catch (error) {
    console.error(error)
    return new Response(null, { status: error instanceof OmetriaValidationError ? 422 : 503 })
  }
}
