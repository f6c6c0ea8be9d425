import { OmetriaRejectedError, OmetriaValidationError } from 'ometria-headless/server'
import { orderWasCancelled } from './cancel-order.js'

/** What a shop's back end calls when an order was cancelled. It calls again whenever it is answered 503. */
export async function POST(request: Request): Promise<Response> {
  const { order_id } = await request.json()
  try {
    await orderWasCancelled(order_id)
    return new Response(null, { status: 204 })
  } catch (error) {
    console.error(error)
    const hopeless = error instanceof OmetriaValidationError || error instanceof OmetriaRejectedError
    return new Response(null, { status: hopeless ? 422 : 503 })
  }
}
