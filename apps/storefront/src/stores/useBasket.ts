import { addToBasket, type BasketLine, noBasket, setQuantity, type Variant, withLines } from 'shop-kit'
import { basketStore } from './basket-store.js'
import { useStored } from './stored.js'

/** The basket, and what a shopper can do with it. Ometria hears of each change from `TrackBasket`. */
export function useBasket() {
  return {
    ...useStored(basketStore),
    add(variant: Variant) {
      basketStore.update(basket => withLines(basket, addToBasket(basket.lines, variant)))
    },
    change({ id }: BasketLine, quantity: number) {
      basketStore.update(basket => withLines(basket, setQuantity(basket.lines, id, quantity)))
    },
    /** After an order. The next basket has another id, so nothing of this one counts as removed. */
    empty() {
      basketStore.update(() => noBasket)
    },
  }
}
