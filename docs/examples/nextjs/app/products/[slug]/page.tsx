import { notFound } from 'next/navigation'
import { TrackView } from 'ometria-react'
import { findProduct } from '@/shop'
import { AddToBasket } from './AddToBasket'

export default async function ProductPage({ params }: { params: Promise<{ slug: string }> }) {
  const product = (await findProduct((await params).slug)) ?? notFound()
  return (
    <>
      <TrackView context={{ page: 'product', product: product.id }} />
      <h1>{product.name}</h1>
      <AddToBasket productId={product.id} />
    </>
  )
}
