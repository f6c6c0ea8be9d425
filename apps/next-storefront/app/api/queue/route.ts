import { queue } from '../../../tracking/upstream.ts'

/** How much waits, for the panel beside the shop. A shop keeps this to itself. */
export async function GET(): Promise<Response> {
  const counts = await queue?.counts().catch(() => undefined)
  return counts ? Response.json(counts) : new Response(null, { status: 503 })
}
