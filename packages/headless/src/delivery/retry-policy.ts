const second = 1000

/** Exponential backoff with full jitter, 1 s to 5 min: how long to wait after so many failed attempts, in ms. */
export function backoff(failures: number, random: number): number {
  return random * Math.min(300 * second, second * 2 ** (failures - 1))
}

/** What a timer holds, in ms: some 24 days. */
export const longestTimer = 2 ** 31 - 1

/**
 * What an answer says. `accepted`: the event arrived. `retryable`: the server is down or busy, and says so. `account`: no
 * tracking endpoint answers so, which speaks of the address, the credentials or a page of maintenance, and not of the
 * event. `rejected`: this event is refused for good.
 */
export type AnswerVerdict = 'accepted' | 'retryable' | 'account' | 'rejected'

/**
 * The verdict of an answer, by its status, its text (`undefined`: it could not be read), and whether it led elsewhere. A load
 * balancer says 502 and 503 with a page of HTML too: what asks to come back is `retryable` whatever the text.
 */
export function verdictOf(answer: Answer, text: string | undefined): AnswerVerdict {
  const { status, redirected, type } = answer
  const family = Math.floor(status / 100)
  if (family === 3 || redirected || type === 'opaqueredirect') return 'account'
  if ([408, 425, 429].includes(status) || (family !== 2 && family !== 4)) return 'retryable'
  if ([401, 403, 404, 405, 407].includes(status) || isHtml(answer, text)) return 'account'
  return family === 2 ? 'accepted' : 'rejected'
}

type Answer = Pick<Response, 'status' | 'redirected' | 'type' | 'headers'>

/** PHP calls all that it sends HTML, so JSON and nothing at all are taken for what they are. */
function isHtml({ headers }: Answer, text?: string): boolean {
  const begins = text?.trim().charAt(0)
  if (begins === '' || begins === '{') return false
  return begins === '<' || /^(text\/html|application\/xhtml)/i.test(headers.get('content-type') ?? '')
}

/**
 * A `Retry-After` header (RFC 9110, 10.2.3: seconds, or a date) in ms from now. A time that is over already counts as
 * none: a server that always answers so would be asked without end.
 */
export function retryAfter(header: string | null, now: number): number | undefined {
  if (!header) return undefined
  const wait = /^\s*\d+\s*$/.test(header) ? Number(header) * second : Date.parse(header) - now
  return wait > 0 ? Math.min(wait, longestTimer) : undefined
}
