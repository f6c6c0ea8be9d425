import type { IQueueBackend, JobProgress, Queue, Worker } from 'bullmq'
import type { HitJob } from './hit-job.js'

/** BullMQ's queue of hits, on whichever store. */
export type BullQueue = Queue<HitJob, void, string, HitJob, void, string, IQueueBackend, object>

/** BullMQ's worker of hits, on whichever store. */
export type BullWorker = Worker<HitJob, void, string, IQueueBackend, JobProgress, object>
