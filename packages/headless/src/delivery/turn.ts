import { pause } from '../pause.js'
import type { Outbox } from './outbox.js'
import { longestTimer } from './retry-policy.js'
import { settleMs, type TabLock } from './tab-lock.js'

/**
 * When this tab sends: it takes its turn where something is due, and comes back when the next event is. `send` sends all
 * that is due. `dueInMs` says how long until the next event is due: without end where nothing waits, `undefined` where
 * nothing may be sent.
 */
export function createTurn(
  lock: TabLock,
  outbox: Outbox,
  mayBegin: () => boolean,
  send: () => Promise<void>,
  dueInMs: () => number | undefined,
) {
  let running: Promise<void> | undefined
  let onceMore = false
  let next: ReturnType<typeof setTimeout> | undefined

  /** `again`: if a turn is ending just now, it goes round once more. */
  function begin(again = false): Promise<void> {
    onceMore ||= again
    clearTimeout(next)
    running ??= take().finally(() => {
      running = undefined
      planNext()
    })
    return running
  }

  async function take() {
    // The caller's own task comes first: a click, a render, a page that loads.
    await pause()
    do {
      onceMore = false
      if (!mayBegin()) return
      // Where locks are refused (a sandboxed frame), storage is refused too: no other tab can see what waits here.
      await lock.take().catch(() => {})
      await send()
    } while (onceMore)
  }

  /** Gives other tabs their turn, and comes back. Before that, what they added is sent: one of them may be gone by now. */
  function planNext() {
    const dueMs = dueInMs()
    if (dueMs === undefined) return lock.release()
    if (dueMs <= 0) return void begin()
    // Other tabs may send once they can see what this tab wrote. A hidden page's timers may take a minute.
    const keepMs = document.hidden ? 0 : outbox.settledAt() + settleMs - performance.now()
    if (keepMs <= 0) lock.release()
    const wait = keepMs > 0 ? Math.min(keepMs, dueMs) : dueMs
    // A look too early does no harm.
    if (wait < Infinity) next = setTimeout(planNext, Math.min(wait, longestTimer))
  }

  /** Other tabs need not wait where nothing is under way here. */
  function letOthers() {
    if (!running) lock.release()
  }

  return {
    begin,
    letOthers,
    stop() {
      clearTimeout(next)
      letOthers()
    },
  }
}
