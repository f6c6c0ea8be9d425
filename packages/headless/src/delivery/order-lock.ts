import { pause } from '../pause.js'

/** How long an order stays locked after it arrived, in ms. On a busy machine, storage tells other tabs that late. */
const heardMs = 10_000

/** What this page has locked. Its clients see at once what the others wrote. */
const lockedHere = new Set<string>()

/** A page that keeps a lock as it goes away does not get into the back/forward cache. */
async function untilHeardOrLeft() {
  const over = new AbortController()
  const left = new Promise(resolve => addEventListener('pagehide', resolve, over))
  await Promise.race([pause(heardMs), left])
  over.abort()
}

/**
 * Sends an order under a lock of its own, and keeps the lock for a while where the order arrived. Storage tells other tabs late,
 * a lock tells them at once. `send` resolves with whether the order arrived. Resolves with whether `send` was called: not, where
 * another tab has the lock.
 */
export const underOrderLock = (key: string, send: () => Promise<boolean>): Promise<boolean> =>
  new Promise(resolve => {
    async function hold(lock: Lock | null) {
      if (!lock) return resolve(false)
      lockedHere.add(key)
      const arrived = await send()
      resolve(true)
      if (arrived) await untilHeardOrLeft()
      lockedHere.delete(key)
    }
    const sendNow = () => send().then(() => resolve(true))
    if (!navigator.locks || lockedHere.has(key)) void sendNow()
    // Where locks are refused (a sandboxed frame), no other tab can see the order either.
    else navigator.locks.request(key, { ifAvailable: true }, hold).catch(sendNow)
  })
