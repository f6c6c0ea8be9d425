import type { Entry } from './entry.js'
import type { Outbox } from './outbox.js'
import type { OutboxSync } from './outbox-sync.js'
import type { Sender } from './sender.js'

/**
 * While a client is here: what the browser tells of the page and the network, and other tabs of the outbox, has the sender
 * begin. A page that has nothing to send listens to nothing.
 */
export function createPresence(outbox: Outbox, sync: OutboxSync, sender: Sender) {
  let isWanted = false
  let listening: AbortController | undefined

  function listen() {
    if (listening) return
    listening = new AbortController()
    addEventListener('online', sender.wake, listening)
    addEventListener('pagehide', sender.leave, listening)
    addEventListener('pageshow', ({ persisted }) => persisted && sendWhatIsLeft(sender.wake), listening)
    const look = () => document.visibilityState === 'visible' && sender.wake()
    document.addEventListener('visibilitychange', look, listening)
    sync.listen(listening)
    sender.answer(listening)
  }

  /** Sends what earlier pages and other tabs left, too. */
  async function sendWhatIsLeft(begin: () => Promise<void>) {
    isWanted = true
    await sync.load()
    if (!isWanted || outbox.entries.size === 0) return
    listen()
    await begin()
  }

  return {
    isListening: () => listening !== undefined,
    /** Begins to send what earlier pages and other tabs left. */
    start: () => sendWhatIsLeft(sender.begin),
    /** Tries now whatever no `Retry-After` forbids. Resolves when all that may be tried was tried. */
    flush: () => sendWhatIsLeft(sender.wake),
    /** An event was added. `isOurs`: the visitor is named by our own cookies. */
    added(entry: Entry, isOurs: boolean) {
      listen()
      if (isOurs) sender.tracked(entry)
      void sender.begin()
    },
    /** Lets go of listeners and timers. What is in flight finishes; what waits stays in storage. */
    stop() {
      isWanted = false
      listening?.abort()
      listening = undefined
      sender.stop()
    },
  }
}
