import type { OmetriaError, ReadEvent, Receipt } from 'ometria-headless'
import type { MemorySteps } from './memory-steps.js'

/** What was tracked, as it would go on the wire: ids are text, amounts are numbers. */
export type TrackedEvent = ReadEvent['event']

export type MemoryEndpoint = ReturnType<typeof createMemoryEndpoint>

/** Takes events into a list, at once: an order once, and none where a failure is to come. */
export function createMemoryEndpoint({ tell, ended }: MemorySteps) {
  const events: TrackedEvent[] = []
  const claims = new Set<string>()
  const failures: OmetriaError[] = []

  return {
    events,
    failNext: (error: OmetriaError) => failures.push(error),
    forgetClaims: () => claims.clear(),

    /** @throws the failure that was to come */
    deliver({ event, onceKey }: ReadEvent): Receipt {
      const { request_id } = event
      if (onceKey && claims.has(onceKey)) {
        ended(event, 'duplicate')
        return { status: 'duplicate', request_id }
      }
      tell(event, { type: 'queued' })
      tell(event, { type: 'attempt', attempt: 1 })
      const error = failures.shift()
      if (error) {
        ended(event, 'rejected', error)
        throw error
      }
      if (onceKey) claims.add(onceKey)
      events.push(event)
      const receipt: Receipt = { status: 'delivered', request_id, response: { request_id } }
      tell(event, { type: 'delivered', receipt })
      return receipt
    },

    reset() {
      events.length = 0
      failures.length = 0
      claims.clear()
    },
  }
}
