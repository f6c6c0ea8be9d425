import { hasQueue, type UpstreamOrQueue } from './queue.js'
import { answerOf } from './relay-answer.js'
import { Refusal } from './relay-refusal.js'
import { store } from './store.js'
import { createUpstream } from './upstream.js'

/** Takes a hit, and resolves to what the browser is told; rejects with a `Refusal` where the hit was not taken. */
type HandOver = (
  request_id: string | number,
  body: string,
) => Promise<{ status: 200 | 202; answer: Record<string, unknown> }>

/** In seconds: a store that restarts is back about as soon. */
const retryAfter = '5'

/**
 * How a relay hands over a hit: to Ometria at once, or to the queue.
 *
 * @throws OmetriaConfigError where the configuration can't work
 */
export function handOverOf(config: UpstreamOrQueue, timeoutMs: number): HandOver {
  if (hasQueue(config)) {
    const { queue } = config
    return async (request_id, body) => {
      const stored = await store(queue, { request_id, body, at: Date.now() })
      if (stored.as === 'unstored') {
        throw new Refusal(503, stored.error.message, { headers: { 'retry-after': retryAfter } })
      }
      return { status: stored.as === 'queued' ? 202 : 200, answer: { request_id, status: stored.as } }
    }
  }
  const upstream = createUpstream(config)
  return async (request_id, body) => ({
    status: 200,
    answer: answerOf(await upstream(body, timeoutMs), request_id),
  })
}
