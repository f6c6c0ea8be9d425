'use client'

import { type BasketLine, useTrackBasketLines } from 'ometria-react'

/** Tells Ometria what goes into the basket and what comes out: by the basket that the server renders, which is settled. */
export function TrackBasket({ basketId, lines }: { basketId: string | null; lines: BasketLine[] }) {
  useTrackBasketLines(lines, { basketId })
  return null
}
