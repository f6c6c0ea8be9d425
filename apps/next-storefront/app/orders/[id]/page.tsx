import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { TrackView } from 'ometria-react'
import { ChangeOrder } from '../../../shop/ChangeOrder.tsx'
import { findOrder } from '../../../shop/orders.ts'

interface Props {
  params: Promise<{ id: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Order ${(await params).id}` }
}

export default async function OrderPage({ params }: Props) {
  const order = (await findOrder((await params).id)) ?? notFound()
  return (
    <>
      <TrackView context={{ page: 'order' }} />
      <ChangeOrder order={order} />
    </>
  )
}
