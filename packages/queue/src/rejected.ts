import type { Job } from 'bullmq'
import type { BullQueue } from './bull.js'
import { type HitJob, requestOf } from './hit-job.js'
import { within } from './within.js'

/** A hit that was not delivered and won't be, unless it is sent again with `replay`. */
export interface Rejected {
  request_id: string | number
  /** The hit as JSON, as it was posted. */
  body: string
  /** What Ometria answered with; nothing for a hit that waited for too long. */
  status: number | undefined
  /** Why, in a sentence, and with what Ometria answered. */
  reason: string
  /** When the hit was handed over, in ms since 1970. */
  at: number
}

const page = 100

/** An answer may be as long as a page; this much says what is wrong. */
const maxAnswer = 2_000

export async function* rejectedOf(queue: BullQueue): AsyncGenerator<Rejected> {
  for await (const { data, failedReason } of failedJobs(queue)) {
    const { body, at, refusal } = data
    const answer = refusal ? ` ${refusal.answer.slice(0, maxAnswer)}` : ''
    yield {
      request_id: requestOf(data),
      body,
      status: refusal?.status,
      reason: `${failedReason}${answer}`,
      at,
    }
  }
}

/** Sends rejected hits again, all that there are now or the one with this request id. */
export async function replay(queue: BullQueue, request_id?: string | number): Promise<number> {
  const jobs: Job<HitJob, void, string>[] = []
  for await (const job of failedJobs(queue)) {
    if (request_id === undefined || requestOf(job.data) === request_id) jobs.push(job)
  }
  // Oldest first, as they came.
  for (const job of jobs.reverse()) {
    const { refusal: _, ...hit } = job.data
    // Its age counts anew: one that had expired would do so again.
    await within(job.updateData({ ...hit, at: Date.now() }))
    await within(job.retry('failed', { resetAttemptsMade: true, resetAttemptsStarted: true }))
  }
  return jobs.length
}

async function* failedJobs(queue: BullQueue) {
  for (let start = 0; ; start += page) {
    const jobs = await within(queue.getJobs('failed', start, start + page - 1))
    // One that goes meanwhile is no job any more.
    yield* jobs.filter(job => job !== undefined)
    if (jobs.length < page) return
  }
}
