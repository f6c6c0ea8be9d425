import { Link, useParams } from 'react-router'
import { findCategory, findProduct, goesWellWith, ProductDetails } from 'shop-kit'
import { Page } from '../Page.js'
import { ProductGrid } from '../ProductGrid.js'
import { useBasket } from '../stores/useBasket.js'
import { NotFoundPage } from './NotFoundPage.js'

export function ProductPage() {
  const { slug } = useParams()
  const { add } = useBasket()
  const product = findProduct({ slug })
  if (!product) return <NotFoundPage />
  const { id, name, category } = product
  return (
    <Page key={id} title={name} context={{ page: 'product', product: id, category }}>
      <p className="breadcrumb">
        <Link to={`/?category=${category}`}>{findCategory(category)?.name}</Link>
      </p>
      <ProductDetails product={product} onAdd={add} toBasket={<Link to="/basket">View basket</Link>} />
      <section className="goes-well" aria-labelledby="goes-well">
        <h2 id="goes-well">Goes well with</h2>
        <ProductGrid products={goesWellWith(product)} />
      </section>
    </Page>
  )
}
