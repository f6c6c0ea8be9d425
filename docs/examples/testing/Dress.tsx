import { useTrackBasket } from 'ometria-react'

/** A part of a shop, for the examples to test. */
export function Dress() {
  const { mutate } = useTrackBasket()
  const add = () => mutate({ action: 'add', data: { product_id: '6560241647794', quantity: 1 } })
  return (
    <button type="button" onClick={add}>
      Add to basket
    </button>
  )
}
