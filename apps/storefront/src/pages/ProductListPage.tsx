import { useSearchParams } from 'react-router'
import { findCategory, Hero, products } from 'shop-kit'
import { Page } from '../Page.js'
import { ProductGrid } from '../ProductGrid.js'

export function ProductListPage() {
  const [search] = useSearchParams()
  const category = findCategory(search.get('category'))
  if (!category) {
    return (
      <Page key="all" title="Clothes for ordinary days" context={{ page: 'home' }}>
        <Hero />
        <ProductGrid products={products} />
      </Page>
    )
  }
  const { id, name } = category
  return (
    <Page key={id} title={name} context={{ page: 'category', category: id }}>
      <h1 tabIndex={-1}>{name}</h1>
      <ProductGrid products={products.filter(product => product.category === id)} />
    </Page>
  )
}
