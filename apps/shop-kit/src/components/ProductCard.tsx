import type { Product } from '../product.ts'
import { Price } from './Price.tsx'
import { ProductPicture } from './ProductPicture.tsx'
import { Swatch } from './Swatch.tsx'

/** What goes inside a link to the product. */
export function ProductCard({ product, eager = false }: { product: Product; eager?: boolean }) {
  const { slug, name, price, rrp, colours } = product
  return (
    <>
      <div className="product-card-picture">
        <ProductPicture slug={slug} colourId={colours[0].id} alt="" eager={eager} />
      </div>
      <div className="product-card-text">
        <span className="product-card-name">{name}</span>
        <Price price={price} rrp={rrp} />
        <span className="product-card-colours">
          {colours.map(colour => (
            <Swatch key={colour.id} className="dot" colour={colour.swatch} />
          ))}
          <span className="visually-hidden">{colours.length} colours</span>
        </span>
      </div>
    </>
  )
}
