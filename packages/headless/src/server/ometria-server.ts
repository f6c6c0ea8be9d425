import { OmetriaConfigError, OmetriaError, OmetriaValidationError } from '../errors.js'
import type { TrackEvent, User } from '../events/events.js'
import { buildHit, withUser } from '../events/request-body.js'
import { validate, validateUser } from '../events/validate.js'
import { aDuration, isDuration } from './duration.js'
import { hasQueue, type Queued } from './queue.js'
import { createRetryingUpstream, type RetryingUpstream } from './send-with-retry.js'
import { store } from './store.js'

/** `retry` is how often an event is sent to Ometria; a queue's worker has its own. */
export type OmetriaServerConfig = (RetryingUpstream & { queue?: undefined }) | QueuedServerConfig

type QueuedServerConfig = Queued & { retry?: undefined }

/** An event as a server reports it. Only an order can come without a visitor. */
export type ServerEvent = TrackEvent & { user?: User | undefined }

/** What became of an event that a server reported. */
export type ServerReceipt =
  /** Ometria took it; `response` is its answer, parsed where it was JSON. */
  | { status: 'delivered'; request_id: string | number; response: unknown }
  /** The queue has stored it, and a worker delivers it. */
  | { status: 'queued'; request_id: string | number }
  /** The queue has had this `request_id` before: nothing was stored again. */
  | { status: 'duplicate'; request_id: string | number }

/** Tracks from a server: what no page reports. */
export interface OmetriaServer {
  /**
   * Sends an event, trying again where that may help, and resolves when Ometria took it. With a `queue` it resolves when
   * the event is stored.
   *
   * Rejects with `OmetriaValidationError`, `OmetriaRejectedError`, or an `OmetriaError` whose `code` is
   * `'unavailable'` or `'unreachable'`: then hand the event to it again later. With the code `'account'` do so once the
   * keys, the credentials or the address are mended: the message says what is wrong.
   */
  track(event: ServerEvent): Promise<ServerReceipt>
}

/** The same with a queue, which can also wait for a page's report. */
export interface QueuedOmetriaServer extends OmetriaServer {
  track(event: ServerEvent, options?: QueuedTrackOptions): Promise<ServerReceipt>
}

/** How a queue is to treat an event. */
export interface QueuedTrackOptions {
  /**
   * For an order that a webhook reports: how long a page may take to report the same order, in ms. A page's report knows
   * the visitor and takes this one's place; without a page's report, this one is sent. Default: it is sent at once.
   */
  fallbackAfterMs?: number | undefined
}

/**
 * Makes a client for webhooks, back offices and server actions.
 *
 * @throws OmetriaConfigError where the configuration can't work
 */
export function createOmetriaServer(config: QueuedServerConfig): QueuedOmetriaServer
export function createOmetriaServer(config: OmetriaServerConfig): OmetriaServer
export function createOmetriaServer(config: OmetriaServerConfig): QueuedOmetriaServer {
  const handOver = hasQueue(config) ? storing(config) : sending(config)

  return {
    async track(event, options) {
      const { user, ...rest }: ServerEvent = Object(event)
      const hit = buildHit(validate(rest))
      if (user === undefined && rest.scope !== 'order') throw visitorMissing()
      const body = user === undefined ? hit.body : withUser(hit.body, validateUser(user))
      return handOver(hit.event.request_id, body, options?.fallbackAfterMs)
    },
  }
}

type HandOver = (
  request_id: string | number,
  body: string,
  fallbackAfterMs: number | undefined,
) => Promise<ServerReceipt>

function storing({ queue, retry }: QueuedServerConfig): HandOver {
  if (retry !== undefined) {
    throw new OmetriaConfigError('retry: expected nothing beside `queue`. The worker tries again by itself.')
  }
  return async (request_id, body, fallbackAfterMs) => {
    if (fallbackAfterMs !== undefined && !isDuration(fallbackAfterMs)) {
      throw new OmetriaConfigError(`fallbackAfterMs: expected ${aDuration}.`)
    }
    const wait = fallbackAfterMs === undefined ? {} : { fallbackAfterMs }
    const stored = await store(queue, { request_id, body, at: Date.now(), ...wait })
    if (stored.as !== 'unstored') return { status: stored.as, request_id }
    const { code, message, cause } = stored.error
    throw new OmetriaError(code, `${message} Hand it over again later.`, { cause })
  }
}

function sending(config: RetryingUpstream): HandOver {
  const send = createRetryingUpstream(config)
  return async (request_id, body, fallbackAfterMs) => {
    if (fallbackAfterMs !== undefined) {
      throw new OmetriaConfigError(
        'fallbackAfterMs: expected a `queue` in the configuration: only a queue can wait.',
      )
    }
    return { status: 'delivered', request_id, response: await send(body) }
  }
}

const visitorMissing = () =>
  new OmetriaValidationError([
    { path: 'user', message: 'expected { uid, sid }, since only an order can come without a visitor' },
  ])
