import Link from 'next/link'
import { type Product, ProductCard } from 'shop-kit'

export function ProductGrid({ products }: { products: Product[] }) {
  return (
    <ul className="product-grid">
      {products.map((product, index) => (
        <li key={product.id}>
          <Link className="product-card" href={`/products/${product.slug}`}>
            <ProductCard product={product} eager={index < 4} />
          </Link>
        </li>
      ))}
    </ul>
  )
}
