import { notFound } from 'next/navigation'
import { TrackOrderPlaced } from 'ometria-react'
import { findOrder } from '@/shop'

export default async function ConfirmationPage({ params }: { params: Promise<{ id: string }> }) {
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
    </>
  )
}
