import type { Metadata } from 'next'
import { TrackView } from 'ometria-react'
import { findCategory, Hero, products } from 'shop-kit'
import { ProductGrid } from '../shop/ProductGrid.tsx'

interface Props {
  searchParams: Promise<{ category?: string }>
}

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { name } = findCategory((await searchParams).category) ?? { name: 'Clothes for ordinary days' }
  // The layout's template is for the pages below its own.
  return { title: { absolute: `${name} · Dimity` } }
}

export default async function ProductListPage({ searchParams }: Props) {
  const category = findCategory((await searchParams).category)
  if (!category) {
    return (
      <>
        <TrackView context={{ page: 'home' }} />
        <Hero />
        <ProductGrid products={products} />
      </>
    )
  }
  const { id, name } = category
  return (
    <>
      <TrackView context={{ page: 'category', category: id }} />
      <h1 tabIndex={-1}>{name}</h1>
      <ProductGrid products={products.filter(product => product.category === id)} />
    </>
  )
}
