import { queue } from './queue.js'

/** For a probe and for a monitor: 503 where the store does not answer within 5 s. */
export async function GET(): Promise<Response> {
  try {
    return Response.json(await queue.counts())
  } catch {
    return new Response(null, { status: 503 })
  }
}
