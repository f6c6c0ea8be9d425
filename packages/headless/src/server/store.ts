import { OmetriaError } from '../errors.js'
import type { OmetriaQueue, QueuedHit } from './queue.js'

/** What came of handing a hit to a queue. */
type Stored = { as: 'queued' } | { as: 'duplicate' } | { as: 'unstored'; error: OmetriaError }

/** A store that takes longer counts as down, in ms: the shopper's browser or the webhook waits for the answer. */
const storeTimeoutMs = 5_000

/** Hands a hit to a queue. Never throws. If the store has the hit after all, the next try is a duplicate. */
export async function store(queue: OmetriaQueue, hit: QueuedHit): Promise<Stored> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const tooSlow = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${storeTimeoutMs} ms`)), storeTimeoutMs)
  })
  try {
    const added = await Promise.race([queue.add(hit), tooSlow])
    return { as: added.duplicate ? 'duplicate' : 'queued' }
  } catch (thrown) {
    // The message alone: a store's error may hold the command that failed, and with it a password or the event.
    const cause = new Error(thrown instanceof Error ? withoutPasswords(thrown.message) : 'unknown')
    return {
      as: 'unstored',
      error: new OmetriaError('unavailable', 'The queue could not store the event.', { cause }),
    }
  } finally {
    clearTimeout(timer)
  }
}

/** Without what stands before the host of a URL, such as `redis://user:password@host`. */
const withoutPasswords = (message: string) => message.replace(/\/\/[^\s/]*@/g, '//')
