import type { OmetriaClient } from '../client.js'
import { createStorage } from '../delivery/storage.js'
import { createTabLock } from '../delivery/tab-lock.js'
import type { Context } from '../events/events.js'
import { basketChanges } from './basket-changes.js'
import { createBasketTurn } from './basket-turn.js'
import { type BasketStorage, type Baskets, basketsKey, keepBaskets, readBaskets } from './kept-baskets.js'
import { type BasketLine, type Quantities, quantitiesOf } from './quantities.js'

/** What the shop says of a basket beside its lines. */
export interface SeenBasket {
  /** `false` while the shop's server has not confirmed the lines yet: they are left alone. Default: `true`. */
  settled?: boolean | undefined
  /** The basket's own id, where it has one. Another id is another basket: nothing was removed from the one before. */
  basketId?: string | null | undefined
  /** The context of the events that follow. */
  context?: Context | undefined
}

/** Tracks one basket by its lines. */
export interface BasketTracker {
  /**
   * Says what is in the basket now. What was added and removed since the last time, on whatever page and in whatever tab,
   * is tracked as soon as no other tab is looking. Nothing is known of the basket while `lines` is
   * `null` or `undefined`. A line that can't be read is told to the client's `onError`, and counts as not there.
   */
  see(lines: readonly BasketLine[] | null | undefined, basket?: SeenBasket): void
}

/** Where baskets are kept, and when they are looked at. Other than this browser's for tests alone. */
export interface BasketPlace {
  storage: BasketStorage
  /** Gives back what has `look` called when it is this tab's turn. */
  turns(look: () => boolean): () => void
}

function thisBrowser(client: OmetriaClient): BasketPlace {
  const storage = createStorage(() => {}) // the client tells the shop where it is blocked
  const lock = createTabLock(`${basketsKey}|lock`, storage, () => client.getConsent() === 'granted')
  return { storage, turns: look => createBasketTurn(lock, look) }
}

/**
 * Tracks a basket by its lines. The basket is kept in the browser, for the visitor, with consent. The first basket ever
 * seen there is where it begins: nothing of it is tracked.
 *
 * @example
 * const basket = createBasketTracker(client)
 * basket.see(cart.lines.map(line => ({ product_id: line.productId, quantity: line.quantity })), { basketId: cart.id })
 */
export function createBasketTracker(client: OmetriaClient, place = thisBrowser(client)): BasketTracker {
  const { storage } = place
  const takeTurn = place.turns(look)
  /** What was said last. Who says it again, after a second render or a remount, says nothing new. */
  let seen: string | undefined
  let latest: { id: string | null; quantities: Quantities; context: Context | undefined } | undefined
  /** Whether the latest basket was not compared yet, for want of consent or of a turn. */
  let isWaiting = false
  /** The first basket that waits so: where counting begins, if nothing was kept. */
  let begun: Baskets | undefined

  /** The basket may have changed, or consent has. */
  function follow() {
    if (!latest) return
    const { id, quantities } = latest
    const consent = client.getConsent()
    if (consent === 'denied') storage.remove(basketsKey)
    // Most pages show the basket as the last one did, and need no turn.
    const before = consent === 'granted' && readBaskets(storage)[1]?.get(id)
    isWaiting = !before || basketChanges(before, quantities).length > 0
    begun = isWaiting && consent !== 'denied' ? (begun ?? new Map([[id, quantities]])) : undefined
    if (isWaiting && consent === 'granted') takeTurn()
  }

  /** Whether there was something to compare. */
  function look(): boolean {
    const user = isWaiting && client.getUser()
    if (!latest || !user) return false
    const { id, quantities, context } = latest
    const [uid, stored] = readBaskets(storage)
    const baskets = (uid === user.uid ? stored : begun) ?? new Map()
    const before = baskets.get(id) ?? new Map()
    const changes = basketChanges(before, quantities)
    isWaiting = false
    begun = undefined
    // Anew, so that it comes last.
    baskets.delete(id)
    keepBaskets(storage, user.uid, baskets.set(id, quantities))
    for (const change of changes) client.track({ scope: 'basket', ...change, context })
    return true
  }

  client.subscribeUser(() => {
    if (isWaiting || client.getConsent() === 'denied') follow()
  })

  return {
    see(lines, { settled = true, basketId: id = null, context } = {}) {
      if (!Array.isArray(lines) || !settled || typeof document === 'undefined') return
      const [quantities, unreadable] = quantitiesOf(lines)
      const content = JSON.stringify([id, [...quantities], unreadable.length])
      if (content === seen) return
      seen = content
      // What is known of one basket is not lost for another's sake.
      if (latest?.id !== id) look()
      latest = { id, quantities, context }
      // The client knows what is wrong with it, and says so.
      for (const data of unreadable) client.track({ scope: 'basket', action: 'add', data })
      follow()
    },
  }
}
