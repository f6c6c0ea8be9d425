import Link from 'next/link'
import { notFound } from 'next/navigation'
import { TrackView } from 'ometria-react'
import { Suspense } from 'react'
import { findProduct } from '@/shop'
import { AddToBasket } from './AddToBasket'

interface Props {
  params: Promise<{ slug: string }>
}

export default function ProductPage({ params }: Props) {
  return (
    <Suspense fallback={<p>One moment …</p>}>
      <Product params={params} />
    </Suspense>
  )
}

async function Product({ params }: Props) {
  const product = (await findProduct((await params).slug)) ?? notFound()
  return (
    <>
      <TrackView context={{ page: 'product', product: product.id }} />
      <h1>{product.name}</h1>
      <AddToBasket productId={product.id} />
      <Link href="/orders/A-1001/confirmation">Buy now</Link>
    </>
  )
}
