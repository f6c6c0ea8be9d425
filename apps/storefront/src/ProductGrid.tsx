import { Link } from 'react-router'
import { type Product, ProductCard } from 'shop-kit'

export function ProductGrid({ products }: { products: Product[] }) {
  return (
    <ul className="product-grid">
      {products.map((product, index) => (
        <li key={product.id}>
          <Link className="product-card" to={`/products/${product.slug}`}>
            <ProductCard product={product} eager={index < 4} />
          </Link>
        </li>
      ))}
    </ul>
  )
}
