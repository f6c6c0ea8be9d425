import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { TrackView } from 'ometria-react'
import { findCategory, findProduct, goesWellWith } from 'shop-kit'
import { BuyProduct } from '../../../shop/BuyProduct.tsx'
import { ProductGrid } from '../../../shop/ProductGrid.tsx'

interface Props {
  params: Promise<{ slug: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: findProduct(await params)?.name ?? 'Not found' }
}

export default async function ProductPage({ params }: Props) {
  const product = findProduct(await params) ?? notFound()
  const { id, category } = product
  return (
    <>
      <TrackView context={{ page: 'product', product: id, category }} />
      <p className="breadcrumb">
        <Link href={`/?category=${category}`}>{findCategory(category)?.name}</Link>
      </p>
      <BuyProduct product={product} />
      <section className="goes-well" aria-labelledby="goes-well">
        <h2 id="goes-well">Goes well with</h2>
        <ProductGrid products={goesWellWith(product)} />
      </section>
    </>
  )
}
