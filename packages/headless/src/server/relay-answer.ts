import { Refusal } from './relay-refusal.js'
import type { UpstreamAnswer } from './upstream.js'

const maxText = 1_000

/**
 * Ometria's answer, as one that tells the browser's outbox what to do: the body of a success, or a refusal. A failure that
 * may pass, or that is the account's fault, becomes 429 or 5xx, so that the event waits. Any other becomes 422, and ends
 * the event.
 *
 * @throws Refusal
 */
export function answerOf(answer: UpstreamAnswer, request_id: string | number): Record<string, unknown> {
  if (answer.as === 'delivered') return { request_id, ...jsonObject(answer.response) }
  if (answer.as === 'rejected') {
    const { status, body } = answer
    throw new Refusal(422, `Ometria refused the event with status ${status}.`, {
      answer: typeof body === 'string' ? body.slice(0, maxText) : body,
    })
  }
  const { error, retryAfter } = answer
  const headers: Record<string, string> =
    retryAfter === undefined ? {} : { 'retry-after': String(Math.ceil(retryAfter / 1000)) }
  throw new Refusal(statusOf(answer), error.message, { headers })
}

function statusOf(answer: UpstreamAnswer): 429 | 502 | 504 {
  if (answer.as !== 'retryable') return 502
  return answer.status === 429 ? 429 : answer.timedOut ? 504 : 502
}

const jsonObject = (value: unknown): object =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {}
