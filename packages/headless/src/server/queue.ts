import { OmetriaConfigError } from '../errors.js'
import type { Upstream } from './upstream.js'

/** One hit that waits for its delivery. */
export interface QueuedHit {
  /** Names the event for ever: every copy of the event has the same one. */
  request_id: string | number
  /** The whole hit as JSON, the visitor included: what a worker posts to Ometria as it stands. */
  body: string
  /** When the hit was handed over, in ms since 1970. */
  at: number
  /**
   * Wait as long for another report of the same event, in ms, and send this one only if none came. Without it the hit
   * may go out at once, and takes the place of one that waits so.
   */
  fallbackAfterMs?: number
}

/** A durable store in front of Ometria. `ometria-queue` is one, on Redis or Postgres. */
export interface OmetriaQueue {
  /**
   * Resolves when the hit is stored where no crash of ours can lose it. `duplicate`: this `request_id` was there already.
   * Rejects where it could not be stored. A store that does not answer within 5 s counts as down.
   */
  add(hit: QueuedHit): Promise<{ duplicate: boolean }>
}

/** Hits go into a queue, whose workers know the account. */
export type Queued = { queue: OmetriaQueue } & { [Key in keyof Upstream]?: undefined }

/** Where hits go: to Ometria at once, or into a queue. */
export type UpstreamOrQueue = (Upstream & { queue?: undefined }) | Queued

/** @throws OmetriaConfigError where the queue is none, or stands beside an account */
export function hasQueue(config: UpstreamOrQueue): config is Queued {
  const { queue, ...beside }: UpstreamOrQueue = Object(config)
  if (queue === undefined) return false
  if (typeof Object(queue).add !== 'function') {
    throw new OmetriaConfigError(
      'queue: expected an object with a method `add`, such as `createOmetriaQueue` makes.',
    )
  }
  for (const name of ['domainKey', 'locationKey', 'auth', 'fetch'] as const) {
    if (beside[name] === undefined) continue
    throw new OmetriaConfigError(
      `${name}: expected nothing beside \`queue\`. The worker delivers: give it there.`,
    )
  }
  return true
}
