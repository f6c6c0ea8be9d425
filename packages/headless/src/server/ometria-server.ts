import { backoff } from '../delivery/retry-policy.js'
import { OmetriaConfigError, OmetriaError, OmetriaRejectedError, OmetriaValidationError } from '../errors.js'
import type { TrackEvent, User } from '../events/events.js'
import { buildHit, withUser } from '../events/request-body.js'
import { validate, validateUser } from '../events/validate.js'
import type { Receipt } from '../receipt.js'
import { aDuration, isDuration } from './duration.js'
import { createUpstream, type UpstreamConfig } from './upstream.js'

export interface OmetriaServerConfig extends UpstreamConfig {
  retry?: RetryConfig | undefined
}

export interface RetryConfig {
  /** How often an event is tried at most. Default: 5. */
  attempts?: number | undefined
  /** How long one attempt may take, in ms. Default: 10 s. */
  timeoutMs?: number | undefined
  /** The longest wait between two attempts, in ms. Where Ometria asks for a longer one, it ends. Default: 30 s. */
  maxDelayMs?: number | undefined
}

/** An event as a server reports it. Only an order can come without a visitor. */
export type ServerEvent = TrackEvent & { user?: User | undefined }

export interface OmetriaServer {
  /**
   * Sends an event, trying again where that may help, and resolves when Ometria took it.
   *
   * Rejects with `OmetriaValidationError`, `OmetriaRejectedError`, or an `OmetriaError` whose `code` is
   * `'unavailable'` or `'unreachable'`: then hand the event to it again later.
   */
  track(event: ServerEvent): Promise<Receipt>
}

/**
 * Makes a client for webhooks, back offices and server actions.
 *
 * @throws OmetriaConfigError where the configuration can't work
 */
export function createOmetriaServer(config: OmetriaServerConfig): OmetriaServer {
  const send = createUpstream(config)
  const { attempts, timeoutMs, maxDelayMs } = retryOf(config)

  return {
    async track(event) {
      const { user, ...rest }: ServerEvent = Object(event)
      const hit = buildHit(validate(rest))
      const { request_id } = hit.event
      if (user === undefined && rest.scope !== 'order') throw visitorMissing()
      const body = user === undefined ? hit.body : withUser(hit.body, validateUser(user))

      for (let attempt = 1; ; attempt++) {
        const answer = await send(body, timeoutMs)
        if (answer.as === 'delivered') return { status: 'delivered', request_id, response: answer.response }
        if (answer.as === 'rejected') throw new OmetriaRejectedError(answer.status, answer.body)
        const wait = answer.retryAfter ?? Math.min(backoff(attempt, Math.random()), maxDelayMs)
        if (attempt >= attempts || wait > maxDelayMs) throw givenUp(answer, attempt)
        await new Promise(resolve => setTimeout(resolve, wait))
      }
    },
  }
}

function retryOf({ retry }: OmetriaServerConfig) {
  const { attempts = 5, timeoutMs = 10_000, maxDelayMs = 30_000 } = retry ?? {}
  if (!(attempts > 0)) throw new OmetriaConfigError('retry.attempts: expected a number above 0.')
  for (const [name, ms] of Object.entries({ timeoutMs, maxDelayMs })) {
    if (!isDuration(ms)) throw new OmetriaConfigError(`retry.${name}: expected ${aDuration}.`)
  }
  return { attempts, timeoutMs, maxDelayMs }
}

const visitorMissing = () =>
  new OmetriaValidationError([
    { path: 'user', message: 'expected { uid, sid }, since only an order can come without a visitor' },
  ])

function givenUp(
  { error, retryAfter }: { error: OmetriaError; retryAfter?: number | undefined },
  attempts: number,
) {
  const asked = retryAfter === undefined ? '' : ` It asks to wait for ${Math.ceil(retryAfter / 1000)} s.`
  const tried = attempts === 1 ? 'Tried once' : `Tried ${attempts} times`
  return new OmetriaError(error.code, `${error.message}${asked} ${tried}; hand the event over again later.`, {
    cause: error.cause,
  })
}
