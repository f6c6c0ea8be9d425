import { pause } from '../pause.js'
import { longestTimer } from './retry-policy.js'
import { settleMs, type TabLock } from './tab-lock.js'

export type Turn = ReturnType<typeof createTurn>

/** When this tab sends: it takes its turn where something is due, and comes back when the next event is. */
export function createTurn(
  lock: TabLock,
  {
    prepare,
    mayBegin,
    send,
    dueInMs,
  }: {
    /** What is done before the turn, under no lock. */
    prepare: () => void
    mayBegin: () => boolean
    /** Sends all that is due. */
    send: () => Promise<void>
    /** How long until the next event is due, in ms: without end where nothing waits; `undefined` where nothing may be sent. */
    dueInMs: () => number | undefined
  },
) {
  let running: Promise<void> | undefined
  let onceMore = false
  let wroteAt = Number.NEGATIVE_INFINITY
  let comeBack: ReturnType<typeof setTimeout> | undefined
  let keepLock: ReturnType<typeof setTimeout> | undefined

  function begin(): Promise<void> {
    clearTimeout(comeBack)
    clearTimeout(keepLock)
    running ??= take().finally(() => {
      running = undefined
      planNext()
    })
    return running
  }

  async function take() {
    // The caller's own task comes first: a click, a render, a page that loads.
    await pause()
    prepare()
    do {
      onceMore = false
      if (!mayBegin()) return
      // Where locks are refused (a sandboxed frame), storage is refused too: no other tab can see what waits here.
      await lock.take().catch(() => {})
      await send()
    } while (onceMore)
  }

  function planNext() {
    const wait = dueInMs()
    if (wait === undefined) return lock.release()
    // A look too early does no harm.
    if (wait < Infinity) comeBack = setTimeout(begin, Math.min(wait, longestTimer))
    // Other tabs may send once they can see what this tab wrote. A hidden page's timers may take a minute.
    if (document.hidden) end()
    else keepLock = setTimeout(end, wroteAt + settleMs - performance.now())
  }

  /** Gives other tabs their turn. Before that, what they added is sent: one of them may be gone by now. */
  function end() {
    const wait = dueInMs()
    if (wait !== undefined && wait <= 0) void begin()
    else lock.release()
  }

  /** Other tabs need not wait where nothing is under way here. */
  function letOthers() {
    clearTimeout(keepLock)
    if (!running) lock.release()
  }

  return {
    begin,
    /** If a turn is ending just now, it goes round once more. */
    beginOnceMore() {
      onceMore = true
      return begin()
    },
    /** Something was written that other tabs have to see before they send. */
    wrote() {
      wroteAt = performance.now()
    },
    letOthers,
    stop() {
      clearTimeout(comeBack)
      letOthers()
    },
  }
}
