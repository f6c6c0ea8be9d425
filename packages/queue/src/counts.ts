import type { BullQueue } from './bull.js'
import type { Store } from './store.js'

/** How many hits of each kind a queue has. */
export interface Counts {
  /** Ready to be sent. */
  waiting: number
  /** Being sent. */
  active: number
  /** Waiting for a time: to be tried again, or to see whether a page reports the same. */
  delayed: number
  /** Refused for good or too old; kept for a while. */
  rejected: number
  /** Delivered since the queue began; a worker that is killed may leave out its last second. */
  delivered: number
}

export async function countsOf(queue: BullQueue, store: Store): Promise<Counts> {
  const [counts, delivered] = await Promise.all([
    queue.getJobCounts('waiting', 'active', 'delayed', 'failed'),
    store.delivered(queue.name),
  ])
  const { waiting = 0, active = 0, delayed = 0, failed: rejected = 0 } = counts
  return { waiting, active, delayed, rejected, delivered }
}
