import { type Order, TrackOrderPlaced, useTrackOrder } from 'ometria-react'

/** The page after checkout. The order comes once the shop has loaded it. */
export function Confirmation({ order }: { order: Order | undefined }) {
  const cancel = useTrackOrder()
  if (!order) return <p>One moment …</p>
  const { order_id } = order
  return (
    <>
      <TrackOrderPlaced order={order} />
      <h1>Thank you for order {order_id}</h1>
      <button type="button" onClick={() => cancel.mutate({ action: 'cancel', data: { order_id } })}>
        Cancel order
      </button>
      {cancel.isSuccess && <p role="status">The order is cancelled.</p>}
      {cancel.isError && <p role="alert">The order could not be cancelled.</p>}
    </>
  )
}
