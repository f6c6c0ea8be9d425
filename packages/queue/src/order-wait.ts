import type { BullQueue } from './bull.js'

const second = 1_000
const pending = ['waiting', 'active', 'delayed', 'prioritized', 'waiting-children']

/** Whether one of these request ids, given by their hashes, still has to be settled. One that was refused is settled. */
export async function isPending(queue: BullQueue, hashes: string[]): Promise<boolean> {
  for (const hash of hashes) {
    const id = await queue.getDeduplicationJobId(hash)
    if (id !== null && pending.includes(await queue.getJobState(id))) return true
  }
  return false
}

/** When to look again at what an event waits for, in ms: after 1, 2, 4 s, and so on up to a minute. */
export const lookAgainAfter = (looked: number) => Math.min(60 * second, second * 2 ** looked)
