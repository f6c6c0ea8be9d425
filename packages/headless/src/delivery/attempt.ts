import { OmetriaError } from '../errors.js'
import { exchange } from './exchange.js'
import { isRetryable, retryAfter } from './retry-policy.js'

/** What one attempt came to. */
export type Outcome =
  | { as: 'delivered'; response: unknown }
  | { as: 'rejected'; status: number; body: unknown }
  /** `retryAfter` in ms, where the server named a time. */
  | { as: 'retryable'; error: OmetriaError; retryAfter?: number | undefined }

/** No answer of Ometria's is as long, in characters; what is longer is not kept. */
const maxAnswer = 65_536

/** One hit, one request. Never throws and never tries again. */
export async function send(
  url: string,
  init: RequestInit,
  timeoutMs: number,
  fetchIt: typeof fetch = fetch,
  controller: AbortController,
): Promise<Outcome> {
  try {
    const request = { ...init, headers: { 'content-type': 'application/json' } }
    const { response, text } = await exchange(fetchIt, url, request, timeoutMs, controller, whole)
    const { ok, status } = response
    const body = parse(text)
    // A redirect may turn a POST into a GET of some page (a login, a notice of maintenance), and nobody took the event.
    const led = ok && text && Object(body) !== body && response.redirected
    if (ok && !led) return { as: 'delivered', response: body }
    if (!isRetryable(status)) return { as: 'rejected', status, body }
    return {
      as: 'retryable',
      error: new OmetriaError('unavailable', `Ometria answered ${status}.`),
      retryAfter: retryAfter(response.headers.get('retry-after'), Date.now()),
    }
  } catch (cause) {
    return { as: 'retryable', error: new OmetriaError('unreachable', 'Ometria gave no answer.', { cause }) }
  }
}

const whole = (response: Response) => response.text()

function parse(text: string): unknown {
  if (!text || text.length > maxAnswer) return null
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
