import { useTrackBasket } from 'ometria-react'
import { addToBasket, type BasketLine, type Product, setQuantity, type Variant } from 'shop-kit'
import { basketStore } from '../stores/basket-store.js'
import { useStored } from '../stores/stored.js'

/** The basket, and what a shopper can do with it; Ometria hears of each change by as many as it changed. */
export function useBasket() {
  const lines = useStored(basketStore)
  const { mutate } = useTrackBasket()

  function track(action: 'add' | 'remove', { id, category }: Product, quantity: number) {
    mutate({ action, data: { product_id: id, quantity }, context: { product: id, category } })
  }

  return {
    lines,
    add(variant: Variant) {
      basketStore.update(lines => addToBasket(lines, variant))
      track('add', variant.product, 1)
    },
    change({ id, product, quantity: before }: BasketLine, quantity: number) {
      basketStore.update(lines => setQuantity(lines, id, quantity))
      track(quantity > before ? 'add' : 'remove', product, Math.abs(quantity - before))
    },
    /** After an order, which tells Ometria enough. */
    empty() {
      basketStore.update(() => [])
    },
  }
}
