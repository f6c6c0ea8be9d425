import { useTrackBasketLines } from 'ometria-react'
import { basketEventLine } from 'shop-kit'
import { useBasket } from '../stores/useBasket.js'

/** Tells Ometria what goes into the basket and what comes out, whichever page and tab it happens on. */
export function TrackBasket() {
  const { id, lines } = useBasket()
  useTrackBasketLines(lines.map(basketEventLine), { basketId: id })
  return null
}
