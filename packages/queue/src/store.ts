import type { BullParts } from './bull.js'

/** What a queue needs of Redis or Postgres: all that BullMQ takes, and three things that BullMQ does not have. */
export interface Store extends BullParts {
  /** Adds to the number of hits that a queue has delivered. */
  countDelivered(queue: string, hits: number): Promise<void>
  /** How many hits a queue has delivered. */
  delivered(queue: string): Promise<number>
  /** Removes request ids that were kept for long enough, where the engine does not by itself. */
  forgetExpired(queue: string): Promise<void>
  close(): Promise<void>
}
