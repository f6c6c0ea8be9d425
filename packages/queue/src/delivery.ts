import { DelayedError, type Job, RateLimitError, UnrecoverableError } from 'bullmq'
import {
  OmetriaError,
  OmetriaRejectedError,
  type TrackEvent,
  type UpstreamAnswer,
} from 'ometria-headless/server'
import type { createAccount } from './account.js'
import type { BullQueue } from './bull.js'
import type { HitJob } from './hit-job.js'
import { isPending, lookAgainAfter } from './order-wait.js'

/** How long Ometria may take to answer, in ms. */
const timeoutMs = 10_000

interface Parts {
  queue: BullQueue
  send(body: string, timeoutMs: number): Promise<UpstreamAnswer>
  account: ReturnType<typeof createAccount>
  maxAgeMs: number
  tell(error: OmetriaError, event?: TrackEvent): void
}

/** What a worker does with one hit. What it throws tells BullMQ what becomes of the hit. */
export function createDelivery({ queue, send, account, maxAgeMs, tell }: Parts) {
  /** Delivered, but the store does not know it yet: if it never hears, the hit comes back, and is not sent again. */
  const unnoted = new Set<string>()

  async function deliver(job: Job<HitJob, void, string>, token?: string): Promise<void> {
    const { data } = job
    if (unnoted.has(String(job.id))) return
    if (Date.now() - data.at > maxAgeMs) throw expired(data)
    if (data.after && (await isPending(queue, data.after))) {
      const looked = job.attemptsStarted - job.attemptsMade - 1
      await job.moveToDelayed(Date.now() + lookAgainAfter(looked), token)
      throw new DelayedError()
    }
    const answer = await account.ask(() => send(data.body, timeoutMs))
    switch (answer.as) {
      case 'delivered':
        unnoted.add(String(job.id))
        return
      case 'rejected':
        throw await rejected(job, answer)
      case 'account':
        return letBe(answer.retryAfter ?? account.waitMs())
      case 'retryable':
        if (answer.retryAfter !== undefined) return letBe(answer.retryAfter)
        throw new Error(answer.error.message)
    }
  }

  /** Nobody sends to the account for so many ms; the hit goes back, and no attempt is counted. */
  async function letBe(ms: number): Promise<never> {
    await queue.rateLimit(ms)
    throw new RateLimitError()
  }

  function expired({ body }: HitJob) {
    const error = new OmetriaError('expired', 'The event was not delivered within `maxAgeMs`.')
    tell(error, eventOf(body))
    return new UnrecoverableError(error.message)
  }

  async function rejected(job: Job<HitJob>, { status, body }: UpstreamAnswer & { as: 'rejected' }) {
    // Beside the hit, and with it gone some day; BullMQ's own note of a failure lives on in its list of events.
    await job.updateData({ ...job.data, refusal: { status, answer: JSON.stringify(body) } })
    tell(new OmetriaRejectedError(status, body), eventOf(job.data.body))
    return new UnrecoverableError(`Ometria refused the event with status ${status}.`)
  }

  return {
    deliver,
    /** The store knows that this one is delivered. */
    noted(jobId: string | undefined) {
      unnoted.delete(String(jobId))
    },
  }
}

/** The event of a hit. Headless has built and checked it before it came here. */
function eventOf(body: string): TrackEvent | undefined {
  try {
    const { user: _, ...event } = JSON.parse(body)
    return event as TrackEvent
  } catch {
    return undefined
  }
}
