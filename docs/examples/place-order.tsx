import { type Order, useTrackOrder } from 'ometria-react'

/** `pay` takes the payment, and gives the order that was placed. */
export function PayButton({ pay }: { pay: () => Promise<Order> }) {
  const { mutate } = useTrackOrder()
  const buy = async () => mutate({ action: 'add', data: await pay() })
  return (
    <button type="button" onClick={buy}>
      Pay now
    </button>
  )
}
