import { createUpstream } from 'ometria-headless/server'

const { OMETRIA_DOMAIN_KEY = '', OMETRIA_LOCATION_KEY = '' } = process.env
const send = createUpstream({ domainKey: OMETRIA_DOMAIN_KEY, locationKey: OMETRIA_LOCATION_KEY })

/** What the queue calls with each hit. Check its signature first, so that nobody else can call it. */
export async function POST(request: Request): Promise<Response> {
  const answer = await send(await request.text(), 10_000)
  if (answer.as === 'delivered') return new Response(null, { status: 204 })
  if (answer.as !== 'rejected') return new Response(answer.error.message, { status: 503 })
  // So QStash keeps it at once; whatever else it hears, it tries again.
  const headers = { 'upstash-nonretryable-error': 'true' }
  return new Response(JSON.stringify(answer), { status: 489, headers })
}
