import type { OmetriaQueue, QueuedHit } from '../src/server/index.js'

/** A queue that keeps its hits in memory, each `request_id` once. */
export function createMemoryQueue(): OmetriaQueue & { hits: QueuedHit[] } {
  const hits: QueuedHit[] = []
  return {
    hits,
    async add(hit) {
      const duplicate = hits.some(({ request_id }) => request_id === hit.request_id)
      if (!duplicate) hits.push(hit)
      return { duplicate }
    },
  }
}
