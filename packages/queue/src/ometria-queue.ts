import { randomUUID } from 'node:crypto'
import { Queue } from 'bullmq'
import { OmetriaConfigError, type QueuedHit, type OmetriaQueue as Seam } from 'ometria-headless/server'
import type { BullQueue } from './bull.js'
import { type Connection, openStore } from './connection.js'
import { type Counts, countsOf } from './counts.js'
import { fallbackId, isFallback } from './fallback-id.js'
import { hitJob, kindOf } from './hit-job.js'
import { hourly } from './hourly.js'
import { createOrderLines } from './order-lines.js'
import { queueName } from './queue-name.js'
import { redisPrefix } from './redis-store.js'
import { type Rejected, rejectedOf, replay } from './rejected.js'
import { requestHash } from './request-hash.js'
import { storeDown, storeTimeoutMs, within } from './within.js'

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

/** How many hits may be without an answer of the store for too long before others are refused at once. */
const maxOverdue = 100

/** As often as it takes: a hit ends when it is delivered, refused or too old, and never for its number of attempts. */
const attempts = 2 ** 31 - 1

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
  const adding = new Set<Promise<unknown>>()
  let overdue = 0

  async function add(hit: QueuedHit): Promise<{ duplicate: boolean }> {
    const { kind, order } = kindOf(hit.body)
    const hash = requestHash(hit.request_id)
    const after = order === undefined ? [] : await lines.join(order, kind, hash)
    const data = after.length > 0 ? { ...hitJob(hit), after } : hitJob(hit)
    const { fallbackAfterMs: delay = 0 } = hit

    /** BullMQ gives the id of the job that holds the request id: another one than ours where it was there already. */
    async function put(replace: boolean): Promise<string> {
      const id = delay > 0 ? fallbackId() : randomUUID()
      const job = await bull.add(kind, data, {
        jobId: id,
        deduplication: { id: hash, ttl: keepMs + delay, replace },
        delay,
        attempts,
        backoff: { type: 'custom' },
        removeOnComplete: true,
        removeOnFail: { age: Math.ceil(keepMs / 1_000) },
        // Stacks say where this code runs, and nothing of the hit.
        stackTraceLimit: 0,
      })
      return job.id === id ? '' : String(job.id)
    }
    const other = await put(false)
    // A webhook's copy that still waits makes room for the page's report, which knows the visitor.
    const duplicate = other !== '' && !(isFallback(other) && delay === 0 && (await put(true)) === '')
    return { duplicate }
  }

  async function limited(hit: QueuedHit): Promise<{ duplicate: boolean }> {
    if (overdue >= maxOverdue) throw storeDown()
    const stored = add(hit)
    const timer = setTimeout(() => {
      overdue++
      const settled = () => {
        overdue--
      }
      stored.then(settled, settled)
    }, storeTimeoutMs)
    try {
      const answer = await within(stored)
      tidy()
      return answer
    } finally {
      clearTimeout(timer)
    }
  }

  async function close() {
    await Promise.allSettled(adding)
    await Promise.all([bull.close(), lines.close()])
    await store.close()
  }
  let closing: Promise<void> | undefined

  return {
    bull,
    add(hit) {
      const added = limited(hit)
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
