import { hexId } from '../hex-id.js'
import { pause } from '../pause.js'
import type { Storage } from './storage.js'

/** What another process wrote to localStorage shows here within some milliseconds. A lock may be quicker. */
export const settleMs = 250
/** A page that died keeps others waiting for so long. */
export const leaseMs = 15_000

export type TabLock = ReturnType<typeof createTabLock>

/** One sender at a time: by Web Locks, and where there are none (plain http, old browsers) by a lease in storage. */
export function createTabLock(name: string, storage: Storage, permitted: () => boolean) {
  let waiting = false
  /** Lets go of the lock, where this client has it. */
  let letGo: (() => void) | undefined

  async function takeWebLock() {
    const ask = (options: LockOptions) =>
      new Promise<(() => void) | undefined>((given, refused) => {
        navigator.locks
          .request(name, options, lock => lock && new Promise<void>(given))
          .then(() => given(undefined), refused)
      })
    letGo = await ask({ ifAvailable: true })
    if (letGo) return
    waiting = true
    letGo = await ask({})
    waiting = false
    // The tab that had the lock may have died just after it wrote.
    await pause(settleMs)
  }

  /** If two pages write a lease at once, both look again, and the later one has it. A dead page's lease runs out. */
  async function takeLease() {
    const me = hexId()
    // Consent may be taken back meanwhile, and with it all that is stored.
    const write = () => permitted() && storage.set(name, `${me} ${Date.now() + leaseMs}`)
    do {
      while (leaseholder(storage.words(name))) {
        waiting = true
        await pause(settleMs * 10)
      }
      waiting = false
      write()
      await pause(settleMs * 2)
    } while (permitted() && leaseholder(storage.words(name)) !== me)
    const renewal = setInterval(write, leaseMs / 3)
    letGo = () => {
      clearInterval(renewal)
      storage.remove(name)
    }
  }

  return {
    /** Resolves when this client has the lock. Nobody else gets the lock before `release`. */
    async take() {
      if (!letGo) await (navigator.locks ? takeWebLock : takeLease)()
    },
    release() {
      letGo?.()
      letGo = undefined
    },
    /** Answers another client on this page that asks whether the lock is here. */
    listen: (until: AbortController) =>
      addEventListener(name, question => letGo && question.preventDefault(), until),
    /** Whether a client on another page is sending, and this client is next. */
    isElsewhere: () => waiting && dispatchEvent(new Event(name, { cancelable: true })),
  }
}

/** The page whose lease it is; nobody, where the lease ran out. */
function leaseholder([page, until]: string[]): string | false | undefined {
  const left = Number(until) - Date.now()
  // A longer lease than any of ours was written before the clock was set back.
  return left > 0 && left <= leaseMs && page
}
