import { cure } from '../cure.js'
import { OmetriaError } from '../errors.js'
import { exchange } from './exchange.js'
import { retryAfter, verdictOf } from './retry-policy.js'

/** What one attempt came to. */
export type Outcome =
  | { as: 'delivered'; response: unknown }
  | { as: 'rejected'; status: number; body: unknown }
  | Failure

/** The event waits. `retryAfter` in ms, where the server named a time. */
export interface Failure {
  as: 'failed'
  error: OmetriaError
  retryAfter?: number | undefined
}

/** No answer of Ometria's is as long, in characters. A longer one is not kept. */
const maxAnswer = 65_536

/** One hit, one request. Never throws, and never tries again. */
export async function attempt(
  url: string,
  init: RequestInit,
  timeoutMs: number,
  fetchIt: typeof fetch = fetch,
  controller: AbortController,
): Promise<Outcome> {
  try {
    const request = { ...init, headers: { 'content-type': 'application/json' } }
    const { response, text } = await exchange(fetchIt, url, request, timeoutMs, controller, whole)
    return outcomeOf(url, response, text)
  } catch (cause) {
    const error = new OmetriaError('unreachable', `No answer came from ${url}.`, { cause })
    return { as: 'failed', error }
  }
}

function outcomeOf(url: string, response: Response, text: string | undefined): Outcome {
  const { status, type, headers } = response
  const body = parse(text)
  // A redirect may turn the POST into a GET of some page, which took no event. An object in JSON comes from no such page.
  const redirected = response.redirected && Object(body) !== body
  const verdict = verdictOf({ status, redirected, type, headers }, text)
  if (verdict === 'accepted') return { as: 'delivered', response: body }
  if (verdict === 'rejected') return { as: verdict, status, body }
  const isAccount = verdict === 'account'
  const answer = redirected ? 'with a redirect' : status < 300 ? 'with a page' : status
  const message = `${url} answered ${answer}.${isAccount ? cure(verdict) : ''}`
  const error = new OmetriaError(isAccount ? verdict : 'unavailable', message)
  return { as: 'failed', error, retryAfter: retryAfter(headers.get('retry-after'), Date.now()) }
}

const whole = (response: Response) => response.text()

function parse(text?: string): unknown {
  if (!text || text.length > maxAnswer) return null
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
