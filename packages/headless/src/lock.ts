import { hexId } from './hex-id.js'
import { pause } from './pause.js'
import type { Storage } from './storage.js'

/** What another process wrote to localStorage shows here within some milliseconds, and a lock may be quicker. */
const settleMs = 250
const markMs = 2_000
const leaseMs = 15_000

/** One tab at a time: by Web Locks, and where there are none (plain http, old browsers) by a lease in storage. */
export function createLock(name: string, storage: Storage) {
  let waiting = false

  async function byWebLock(work: () => Promise<void>) {
    const free = await navigator.locks.request(name, { ifAvailable: true }, async lock => {
      if (lock) await work()
      return lock
    })
    if (free) return
    waiting = true
    await navigator.locks.request(name, async () => {
      await pause(settleMs)
      waiting = false
      await work()
    })
  }

  /** Two pages that write at once both look again, and the later one has it. A dead page's lease runs out. */
  async function byLease(work: () => Promise<void>) {
    const me = hexId()
    const renew = () => storage.set(name, `${me} ${Date.now() + leaseMs}`)
    const holder = () => {
      const [page, until] = (storage.get(name) ?? '').split(' ')
      const left = Number(until) - Date.now()
      // A longer one than any we give was written before the clock was set back.
      return left > 0 && left <= leaseMs && page
    }
    do {
      while (holder()) await pause(settleMs * 10)
      renew()
      await pause(settleMs * 2)
    } while (holder() !== me)
    const renewal = setInterval(renew, leaseMs / 3)
    try {
      await work()
    } finally {
      clearInterval(renewal)
      storage.remove(name)
    }
  }

  return {
    /**
     * Tells every tab at once that an order was delivered: what is written to localStorage may take longer to show in
     * another process than a lock to change hands, and that other tab may hold the same order.
     */
    mark: (order: string) =>
      new Promise<void>(marked => {
        const hold = () => {
          marked()
          return pause(markMs)
        }
        navigator.locks?.request(order, hold).catch(marked) ?? marked()
      }),
    /** The orders that any tab has delivered a moment ago. While the lock is held, no other tab adds to them. */
    marked: async () =>
      new Set((await navigator.locks?.query().catch(() => undefined))?.held?.map(({ name }) => name)),
    /** Does the work while no other tab does. */
    hold: (work: () => Promise<void>) => (navigator.locks ? byWebLock : byLease)(work),
    /** Whether another tab is at work, and this one next. */
    waiting: () => waiting,
  }
}
