'use client'

import { type BasketLine, createBasketTracker, type SeenBasket } from 'ometria-headless'
import { useEffect } from 'react'
import { contentOf } from './content-of.js'
import { useOmetriaContext } from './OmetriaContext.js'

/** What is known of the basket beside its lines. */
export type UseTrackBasketLinesOptions = SeenBasket

/**
 * Tracks what goes into the basket and what comes out, by the basket itself. Call it in one place of the shop, with all
 * lines of the basket; `null` or `undefined` while they are not known.
 *
 * The basket is kept in the browser, with consent, so that a change counts once: an add that ended in a full page load, and
 * one that two tabs hear of. The first basket ever seen in a browser is where it begins; nothing of it is tracked.
 */
export function useTrackBasketLines(
  lines: readonly BasketLine[] | null | undefined,
  options: UseTrackBasketLinesOptions = {},
): void {
  const provided = useOmetriaContext('useTrackBasketLines')
  const content = contentOf([lines, options.settled, options.basketId])

  // biome-ignore lint/correctness/useExhaustiveDependencies: the same content is no news
  useEffect(() => {
    provided.basketTracker ??= createBasketTracker(provided.client)
    provided.basketTracker.see(lines, options)
  }, [provided, content])
}
