import { Queue, Worker } from 'bullmq'
import {
  createUpstream,
  OmetriaConfigError,
  OmetriaError,
  type TrackEvent,
  type Upstream,
} from 'ometria-headless/server'
import { createAccount } from './account.js'
import { backoff } from './backoff.js'
import type { BullQueue, BullWorker } from './bull.js'
import { type Connection, openStore } from './connection.js'
import { createDelivery } from './delivery.js'
import { createDeliveryCount } from './delivery-count.js'
import { queueName } from './queue-name.js'
import { redisPrefix } from './redis-store.js'
import { within } from './within.js'

export interface OmetriaWorkerConfig extends Upstream {
  connection: Connection
  /** The queue's name. Default: `'ometria'`. */
  name?: string | undefined
  /** How many hits the account takes in so many ms, over all workers: give each the same. Default: as many as come. */
  rate?: { max: number; perMs: number } | undefined
  /** How many hits this worker sends at the same time. Default: 10. */
  concurrency?: number | undefined
  /** How long a hit may wait before it is given up, in ms. Default: 7 days. */
  maxAgeMs?: number | undefined
  /** Told of what the shop should know: a hit that is refused or too old, a fault of the account, a store that is down. */
  onError?: ((error: OmetriaError, event?: TrackEvent) => void) | undefined
}

/** A worker that runs. */
export interface OmetriaWorker {
  /** BullMQ's own worker, for OpenTelemetry and its events. */
  bull: BullWorker
  /** Takes no more hits, waits for those that are being sent, and closes the connections. */
  close(): Promise<void>
}

/** More than any worker takes: BullMQ lets the whole queue pause only where it has a limit. */
const noLimit = { max: 1_000_000, duration: 1_000 }

/**
 * How long a hit belongs to its worker without a word of it, in ms, and how often the others look. After a kill its hits
 * are sent again by then. A shorter time would send hits twice where a machine or the store only pauses for a moment.
 */
const lock = { lockDuration: 30_000, lockRenewTime: 10_000, stalledInterval: 5_000 }

/** An attempt that has just begun, and a store that is slow to note it: what takes longer comes again, in ms. */
const closeMs = 15_000

/**
 * Starts a worker, which delivers the hits of a queue to Ometria until it is closed. Any number may run, on any number of
 * machines.
 *
 * @throws OmetriaConfigError where the configuration can't work
 */
export function createOmetriaWorker(config: OmetriaWorkerConfig): OmetriaWorker {
  const { connection, rate, concurrency, maxAgeMs, ...given } = settingsOf(config)
  const send = createUpstream(given)
  const name = queueName(given.name)
  const store = openStore(connection)
  const options = { connection: store.connection, prefix: redisPrefix }
  const queue: BullQueue = new Queue(name, options, store.backend)
  queue.on('error', () => {})

  function tell(error: OmetriaError, event?: TrackEvent) {
    try {
      given.onError?.(error, event)
    } catch {
      // What the shop does with an error is no reason to stop delivering.
    }
  }
  const delivery = createDelivery({ queue, send, account: createAccount({ tell }), maxAgeMs, tell })
  const count = createDeliveryCount(hits => within(store.countDelivered(name, hits)))

  const bull: BullWorker = new Worker(
    name,
    delivery.deliver,
    {
      ...options,
      ...lock,
      concurrency,
      limiter: rate ? { max: rate.max, duration: rate.perMs } : noLimit,
      // A hit is never dropped because its workers were killed: by default the second time would be the last.
      maxStalledCount: 2 ** 31 - 1,
      runRetryDelay: 1_000,
      settings: { backoffStrategy: failures => backoff(failures, Math.random()) },
    },
    store.backend,
  )
  bull.on('completed', job => {
    delivery.noted(job.id)
    count.add()
  })
  let told = ''
  bull.on('active', () => {
    told = ''
  })
  bull.on('error', ({ message }) => {
    if (message === told) return
    told = message
    tell(new OmetriaError('storage', `The queue's store is in trouble: ${message}`))
  })

  async function close() {
    try {
      await within(bull.close(), closeMs)
    } catch {
      await within(bull.disconnect()).catch(() => {})
    }
    await within(count.flush()).catch(() => {})
    await within(Promise.all([queue.close(), store.close()])).catch(() => {})
  }
  let closing: Promise<void> | undefined

  return {
    bull,
    close() {
      closing ??= close()
      return closing
    },
  }
}

function settingsOf(config: OmetriaWorkerConfig) {
  const { concurrency = 10, maxAgeMs = 7 * 24 * 3_600_000, ...rest }: OmetriaWorkerConfig = Object(config)
  const { rate } = rest
  if (!(concurrency >= 1)) throw new OmetriaConfigError('concurrency: expected a number from 1.')
  if (!(maxAgeMs > 0)) throw new OmetriaConfigError('maxAgeMs: expected a number of milliseconds above 0.')
  if (rate && !(rate.max >= 1 && rate.perMs >= 1)) {
    throw new OmetriaConfigError('rate: expected { max, perMs }, both numbers from 1.')
  }
  return { ...rest, concurrency, maxAgeMs }
}
