import type { BackendFactory, ConnectionOptions, Queue, RedisQueueBackend, Worker } from 'bullmq'
import type { HitJob } from './hit-job.js'

/** BullMQ's queue of hits. On Postgres too it has the type of one on Redis, since that is what BullMQ's tools take. */
export type BullQueue = Queue<HitJob, void, string>

/** BullMQ's worker of hits. */
export type BullWorker = Worker<HitJob, void, string>

/** What BullMQ's classes are made with, besides a name: a store's connection, and what speaks to it. */
export interface BullParts {
  connection: ConnectionOptions
  backend: BackendFactory<RedisQueueBackend>
}
