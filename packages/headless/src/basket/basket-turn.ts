import { settleMs, type TabLock } from '../delivery/tab-lock.js'
import { pause } from '../pause.js'

/**
 * The tabs of a shop often hear of a change together, so they take turns to look at the basket. A turn ends when other tabs
 * can see what was written. A page that is left does not wait for its turn, but where another tab has it, what was kept may
 * show late: then the next page looks. `look` answers whether it has written. Why so: docs/decisions/basket-in-turns.md.
 */
export function createBasketTurn(lock: TabLock, look: () => boolean) {
  let isPlanned = false
  let isHere = false
  let hasWritten = false

  function leave() {
    if (!lock.isElsewhere()) look()
    lock.release()
  }

  /** Looks now, where this tab has its turn, or else in its next turn. */
  return async function takeTurn() {
    if (isHere) hasWritten = look() || hasWritten
    if (isPlanned) return
    isPlanned = true
    addEventListener('pagehide', leave)
    // Where locks are refused (a sandboxed frame), storage is refused too: no other tab counts what is kept here.
    await lock.take().catch(() => {})
    isHere = true
    hasWritten = look()
    while (hasWritten) {
      hasWritten = false
      await pause(settleMs)
    }
    isHere = isPlanned = false
    lock.release()
    removeEventListener('pagehide', leave)
  }
}
