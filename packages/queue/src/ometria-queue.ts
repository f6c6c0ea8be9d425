import { Queue } from 'bullmq'
import { OmetriaConfigError, type OmetriaQueue as Seam } from 'ometria-headless/server'
import type { BullQueue } from './bull.js'
import { type Connection, openStore } from './connection.js'
import { type Counts, countsOf } from './counts.js'
import { hourly } from './hourly.js'
import { createIntake } from './intake.js'
import { createOrderLines } from './order-lines.js'
import { queueName } from './queue-name.js'
import { redisPrefix } from './redis-store.js'
import { type Rejected, rejectedOf, replay } from './rejected.js'
import { createTimeLimit } from './time-limit.js'
import { within } from './within.js'

/** Where hits are stored, and for how long. */
export interface OmetriaQueueConfig {
  connection: Connection
  /** The queue's name: one for each account. Default: `'ometria'`. */
  name?: string | undefined
  /**
   * How long a request id is known and a rejected hit is kept, in ms. Default: 7 days, as long as a browser's outbox may
   * hold an event.
   */
  keepMs?: number | undefined
}

export interface OmetriaQueue extends Seam {
  /** How many hits there are of each kind. `delivered` counts since the queue began. */
  counts(): Promise<Counts>
  /** The hits that Ometria refused for good, and those that waited for too long; the newest first. */
  rejected(): AsyncIterable<Rejected>
  /** Sends rejected hits again, all of them or one, as if they had just come. Resolves with how many. */
  replay(request_id?: string | number): Promise<number>
  /** BullMQ's own queue, for Bull Board and OpenTelemetry. */
  bull: BullQueue
  /** Stores what was handed over, and closes the connections. */
  close(): Promise<void>
}

/**
 * Makes a durable queue in front of Ometria, for `createOmetriaRelay({ queue })` and `createOmetriaServer({ queue })`.
 *
 * @throws OmetriaConfigError where the configuration can't work
 */
export function createOmetriaQueue(config: OmetriaQueueConfig): OmetriaQueue {
  const { connection, name: given, keepMs = 7 * 24 * 3_600_000 }: OmetriaQueueConfig = Object(config)
  if (!(keepMs >= 1_000))
    throw new OmetriaConfigError('keepMs: expected a number of milliseconds, from 1000.')
  const name = queueName(given)
  const store = openStore(connection)
  const bull: BullQueue = new Queue(
    name,
    { connection: store.connection, prefix: redisPrefix },
    store.backend,
  )
  // Who adds is told; without a listener an error would end the process.
  bull.on('error', () => {})
  const lines = createOrderLines(name, store)
  const tidy = hourly(async () => {
    await bull.clean(keepMs, 1_000, 'failed')
    await lines.forget(keepMs)
    await store.forgetExpired(name)
  })
  const add = createTimeLimit(createIntake({ bull, lines, keepMs }))
  const adding = new Set<Promise<unknown>>()

  async function close() {
    await Promise.allSettled(adding)
    await Promise.all([bull.close(), lines.close()])
    await store.close()
  }
  let closing: Promise<void> | undefined

  return {
    bull,
    add(hit) {
      const added = add(hit)
      tidy()
      const forget = () => adding.delete(added)
      adding.add(added)
      added.then(forget, forget)
      return added
    },
    counts: () => within(countsOf(bull, store)),
    rejected: () => rejectedOf(bull),
    replay: request_id => replay(bull, request_id),
    close() {
      closing ??= close()
      return closing
    },
  }
}
