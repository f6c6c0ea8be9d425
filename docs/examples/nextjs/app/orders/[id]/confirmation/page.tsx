import { notFound } from 'next/navigation'
import { TrackOrderPlaced } from 'ometria-react'
import { Suspense } from 'react'
import { findOrder } from '@/shop'
import { cancelOrder } from '../cancel-order'

interface Props {
  params: Promise<{ id: string }>
}

export default function ConfirmationPage({ params }: Props) {
  return (
    <Suspense fallback={<p>One moment …</p>}>
      <Confirmation params={params} />
    </Suspense>
  )
}

async function Confirmation({ params }: Props) {
  const order = (await findOrder((await params).id)) ?? notFound()
  return (
    <>
      <h1>Thank you for your order {order.id}</h1>
      <TrackOrderPlaced
        order={{
          order_id: order.id,
          order_total: order.total,
          order_currency: 'GBP',
          order_lines: order.lines.map(line => ({
            product_id: line.productId,
            quantity: line.quantity,
            order_line_total: line.price * line.quantity,
          })),
        }}
      />
      <form action={cancelOrder.bind(null, order.id)}>
        <button type="submit">Cancel order</button>
      </form>
    </>
  )
}
