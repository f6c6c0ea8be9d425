import { randomUUID } from 'node:crypto'
import type { QueuedHit } from 'ometria-headless/server'
import type { BullQueue } from './bull.js'
import { fallbackId, isFallback } from './fallback-id.js'
import { hitJob, kindOf } from './hit-job.js'
import type { createOrderLines } from './order-lines.js'
import { requestHash } from './request-hash.js'

interface Parts {
  bull: BullQueue
  lines: ReturnType<typeof createOrderLines>
  keepMs: number
}

/** As often as it takes: a hit ends when it is delivered, refused or too old, and never for its number of attempts. */
const attempts = 2 ** 31 - 1

/** Stores hits, each request id once. Resolves when the store has it. */
export function createIntake({ bull, lines, keepMs }: Parts) {
  return async (hit: QueuedHit): Promise<{ duplicate: boolean }> => {
    const { kind, order } = kindOf(hit.body)
    const hash = requestHash(hit.request_id)
    const after = order === undefined ? [] : await lines.join(order, kind, hash)
    const data = after.length > 0 ? { ...hitJob(hit), after } : hitJob(hit)
    const { fallbackAfterMs: delay = 0 } = hit

    /** The id of the job that had this request id before, if one had: BullMQ gives that in place of ours. */
    async function put(replace: boolean): Promise<string | undefined> {
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
      return job.id === id ? undefined : String(job.id)
    }
    const other = await put(false)
    if (other === undefined) return { duplicate: false }
    // A webhook's copy that still waits makes room for the page's report, which knows the visitor.
    if (delay === 0 && isFallback(other)) return { duplicate: (await put(true)) !== undefined }
    return { duplicate: true }
  }
}
