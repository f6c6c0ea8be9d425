import { type BasketLine, type Order, TrackOrderPlaced, TrackView, useTrackBasketLines } from 'ometria-react'

/** `ometria.init('product', { pid })` */
export function ProductPage({ id, category }: { id: string; category: string }) {
  return <TrackView context={{ page: 'product', product: id, category }} />
}

/** `ometria.init('listing')` */
export function CategoryPage({ category }: { category: string }) {
  return <TrackView context={{ page: 'listing', category }} />
}

/** `ometria.setBasket(basket)` and `ometria.trackAddToBasket(id, quantity)`, on every page */
export function Basket({ id, lines }: { id: string; lines: BasketLine[] | undefined }) {
  useTrackBasketLines(lines, { basketId: id })
  return null
}

/** `ometria.init('confirmation')` and `ometria.trackTransaction(id)` */
export function ConfirmationPage({ order }: { order: Order | undefined }) {
  return (
    <>
      <TrackView context={{ page: 'confirmation' }} />
      <TrackOrderPlaced order={order} />
    </>
  )
}
