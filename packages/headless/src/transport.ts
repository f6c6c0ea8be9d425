import { OmetriaError, OmetriaRejectedError } from './errors.js'
import { isRetryable, retryAfter } from './retry.js'

/** What one attempt came to. */
export type Outcome =
  | { type: 'accepted'; response: unknown }
  | { type: 'rejected'; error: OmetriaRejectedError }
  /** `retryAfter` in ms, where the server named a time. */
  | { type: 'retryable'; error: OmetriaError; retryAfter?: number | undefined }

export interface Attempt {
  fetch?: typeof fetch | undefined
  url: string
  body: string
  timeoutMs: number
  keepalive?: boolean
  headers?: Record<string, string>
  /** Ends the attempt from outside. */
  controller?: AbortController
}

/** One hit, one request. Never throws and never tries again. */
export async function send(attempt: Attempt): Promise<Outcome> {
  const { url, body, timeoutMs, keepalive = false, headers, controller = new AbortController() } = attempt
  const timer = setTimeout(() => controller.abort(), timeoutMs)
  try {
    const response = await (attempt.fetch ?? fetch)(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body,
      keepalive,
      signal: controller.signal,
    })
    return outcomeOf(response, parse(await response.text()))
  } catch (cause) {
    return { type: 'retryable', error: new OmetriaError('unreachable', 'Ometria gave no answer.', { cause }) }
  } finally {
    clearTimeout(timer)
  }
}

function outcomeOf({ ok, status, headers }: Response, response: unknown): Outcome {
  if (ok) return { type: 'accepted', response }
  if (!isRetryable(status)) return { type: 'rejected', error: new OmetriaRejectedError(status, response) }
  return {
    type: 'retryable',
    error: new OmetriaError('unavailable', `Ometria answered ${status}.`),
    retryAfter: retryAfter(headers.get('retry-after'), Date.now()),
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text || null
  }
}
