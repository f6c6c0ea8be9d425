import { OmetriaProvider, type Order, TrackOrderPlaced, useTrackBasket } from 'ometria-react'

export function Shop() {
  return (
    <OmetriaProvider endpoint="/api/ometria" consent="granted">
      <AddToBasket productId="6560241647794" />
    </OmetriaProvider>
  )
}

function AddToBasket({ productId }: { productId: string }) {
  const { mutate } = useTrackBasket()
  const add = () => mutate({ action: 'add', data: { product_id: productId, quantity: 1 } })
  return (
    <button type="button" onClick={add}>
      Add to basket
    </button>
  )
}

/** Once for ever: however often the page is rendered, reloaded, or opened in another tab. */
export function Confirmation({ order }: { order: Order | undefined }) {
  return <TrackOrderPlaced order={order} />
}
