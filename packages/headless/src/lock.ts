import { withLease } from './lease.js'
import type { Storage } from './storage.js'

export interface Lock {
  /** Does the work while no other tab does. */
  hold(work: () => Promise<void>): Promise<void>
  /** Whether another tab is at work, and this one next. */
  readonly waiting: boolean
}

/** What another process wrote to localStorage shows here within some milliseconds, and a lock may be quicker. */
const settleMs = 50

const pause = (ms: number) => new Promise<void>(resolve => setTimeout(resolve, ms))

/** One tab at a time: by Web Locks, and where there are none (plain http, old browsers) by a lease in storage. */
export function createLock(name: string, storage: Storage): Lock {
  let waiting = false

  async function queue(work: () => Promise<void>) {
    waiting = true
    try {
      await navigator.locks.request(name, async () => {
        await pause(settleMs)
        waiting = false
        await work()
      })
    } finally {
      waiting = false
    }
  }

  return {
    get waiting() {
      return waiting
    },
    async hold(work) {
      if (!navigator.locks) return withLease(name, storage, work)
      const free = await navigator.locks.request(name, { ifAvailable: true }, async lock => {
        if (lock) await work()
        return Boolean(lock)
      })
      if (!free) await queue(work)
    },
  }
}
