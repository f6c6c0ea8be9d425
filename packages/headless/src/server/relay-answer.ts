import { Refusal } from './relay-refusal.js'
import type { UpstreamAnswer } from './upstream.js'

const maxText = 1_000

/**
 * What Ometria said, as what the browser's outbox should do: the body of a success, or a refusal. Whatever may pass is
 * 429 or 5xx, so that the event waits, and so are answers to our own credentials; what is left is 422, for good.
 *
 * @throws Refusal
 */
export function answerOf(answer: UpstreamAnswer, request_id: string | number): Record<string, unknown> {
  if (answer.as === 'delivered') return { request_id, ...jsonObject(answer.response) }
  if (answer.as === 'rejected') {
    const { status, body } = answer
    if (status === 401 || status === 403) {
      throw new Refusal(502, `Ometria did not accept the relay itself (${status}): see its keys and auth.`)
    }
    throw new Refusal(422, `Ometria refused the event with status ${status}.`, {
      answer: typeof body === 'string' ? body.slice(0, maxText) : body,
    })
  }
  const { error, retryAfter, timedOut } = answer
  const headers: Record<string, string> =
    retryAfter === undefined ? {} : { 'retry-after': String(Math.ceil(retryAfter / 1000)) }
  const status = answer.status === 429 ? 429 : timedOut ? 504 : 502
  throw new Refusal(status, error.message, { headers })
}

const jsonObject = (value: unknown): object =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {}
