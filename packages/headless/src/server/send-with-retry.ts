import { backoff } from '../delivery/retry-policy.js'
import { OmetriaConfigError, OmetriaError, OmetriaRejectedError } from '../errors.js'
import { aDuration, isDuration } from './duration.js'
import { createUpstream, type Upstream, type UpstreamAnswer } from './upstream.js'

/** How often and how long the server client tries an event. */
export interface RetryConfig {
  /** How often an event is tried at most. Default: 5. */
  attempts?: number | undefined
  /** How long one attempt may take, in ms. Default: 10 s. */
  timeoutMs?: number | undefined
  /** The longest wait between two attempts, in ms. Where Ometria asks for a longer one, it ends. Default: 30 s. */
  maxDelayMs?: number | undefined
}

export type RetryingUpstream = Upstream & { retry?: RetryConfig | undefined }

/**
 * Makes what sends a hit and tries again where that may help. It resolves to Ometria's answer, and rejects with an
 * `OmetriaRejectedError`, or with an `OmetriaError` after the last attempt.
 *
 * @throws OmetriaConfigError where the configuration can't work
 */
export function createRetryingUpstream(config: RetryingUpstream): (body: string) => Promise<unknown> {
  const send = createUpstream(config)
  const { attempts, timeoutMs, maxDelayMs } = retryOf(config)

  return async body => {
    for (let attempt = 1; ; attempt++) {
      const answer = await send(body, timeoutMs)
      if (answer.as === 'delivered') return answer.response
      if (answer.as === 'rejected') throw new OmetriaRejectedError(answer.status, answer.body)
      // Nobody mends an account within seconds.
      if (answer.as === 'account') throw givenUp(answer, attempt)
      const wait = answer.retryAfter ?? Math.min(backoff(attempt, Math.random()), maxDelayMs)
      if (attempt >= attempts || wait > maxDelayMs) throw givenUp(answer, attempt)
      await new Promise(resolve => setTimeout(resolve, wait))
    }
  }
}

function retryOf({ retry }: RetryingUpstream) {
  const { attempts = 5, timeoutMs = 10_000, maxDelayMs = 30_000 } = retry ?? {}
  if (!(attempts > 0)) throw new OmetriaConfigError('retry.attempts: expected a number above 0.')
  for (const [name, ms] of Object.entries({ timeoutMs, maxDelayMs })) {
    if (!isDuration(ms)) throw new OmetriaConfigError(`retry.${name}: expected ${aDuration}.`)
  }
  return { attempts, timeoutMs, maxDelayMs }
}

function givenUp(
  { as, error, retryAfter }: Extract<UpstreamAnswer, { error: OmetriaError }>,
  attempts: number,
): OmetriaError {
  const asked = retryAfter === undefined ? '' : ` It asks to wait for ${Math.ceil(retryAfter / 1000)} s.`
  const tried = attempts === 1 ? 'Tried once' : `Tried ${attempts} times`
  const when = as === 'account' ? 'once that is mended' : 'later'
  const message = `${error.message}${asked} ${tried}; hand the event over again ${when}.`
  return new OmetriaError(error.code, message, { cause: error.cause })
}
