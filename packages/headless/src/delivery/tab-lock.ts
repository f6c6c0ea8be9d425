import { hexId } from '../hex-id.js'
import { pause } from '../pause.js'
import type { Storage } from './storage.js'

/** What another process wrote to localStorage shows here within some milliseconds, and a lock may be quicker. */
export const settleMs = 250
const leaseMs = 15_000

/** One tab at a time: by Web Locks, and where there are none (plain http, old browsers) by a lease in storage. */
export function createLock(name: string, storage: Storage, permitted: () => boolean) {
  let waiting = false
  /** Gives back what this page has. */
  let giveBack: (() => void) | undefined

  async function takeWebLock() {
    const ask = (options: LockOptions) =>
      new Promise<(() => void) | undefined>((given, refused) => {
        navigator.locks
          .request(name, options, lock => lock && new Promise<void>(given))
          .then(() => given(undefined), refused)
      })
    giveBack = await ask({ ifAvailable: true })
    if (giveBack) return
    waiting = true
    giveBack = await ask({})
    // Whoever had it may have died as it wrote.
    await pause(settleMs)
    waiting = false
  }

  /** Two pages that write at once both look again, and the later one has it. A dead page's lease runs out. */
  async function takeLease() {
    const me = hexId()
    // Consent may be taken back meanwhile, and with it all that stands in storage.
    const renew = () => permitted() && storage.set(name, `${me} ${Date.now() + leaseMs}`)
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
    } while (permitted() && holder() !== me)
    const renewal = setInterval(renew, leaseMs / 3)
    giveBack = () => {
      clearInterval(renewal)
      storage.remove(name)
    }
  }

  return {
    /** Resolves when no other tab has it, and none gets it before it is released. */
    async take() {
      if (!giveBack) await (navigator.locks ? takeWebLock : takeLease)()
    },
    release() {
      giveBack?.()
      giveBack = undefined
    },
    /** Whether another tab is at work, and this one next. */
    waiting: () => waiting,
  }
}
