import { useState } from 'react'
import { Link, useParams } from 'react-router'
import {
  ChoiceGroup,
  findCategory,
  findProduct,
  Price,
  type Product,
  ProductGallery,
  products,
  variantName,
} from 'shop-kit'
import { Page } from '../Page.js'
import { ProductGrid } from '../ProductGrid.js'
import { useBasket } from '../tracking/useBasket.js'
import { NotFoundPage } from './NotFoundPage.js'

export function ProductPage() {
  const { slug } = useParams()
  const product = findProduct({ slug })
  return product ? <ProductDetails key={product.id} product={product} /> : <NotFoundPage />
}

function ProductDetails({ product }: { product: Product }) {
  const { id, name, category, price, rrp, summary, details, colours, sizes } = product
  const [colour, setColour] = useState(colours[0])
  const [size, setSize] = useState(sizes[1] ?? sizes[0])
  const [added, setAdded] = useState<string>()
  const { add } = useBasket()
  const variant = { product, colour, size }

  return (
    <Page title={name} context={{ page: 'product', product: id, category }}>
      <p className="breadcrumb">
        <Link to={`/?category=${category}`}>{findCategory(category)?.name}</Link>
      </p>
      <div className="product">
        <ProductGallery product={product} colour={colour} />
        <div className="product-text">
          <h1 tabIndex={-1}>{name}</h1>
          <p className="product-price">
            <Price price={price} rrp={rrp} />
          </p>
          <p>{summary}</p>
          <ChoiceGroup
            name="colour"
            legend="Colour"
            choices={colours}
            chosen={colour}
            onChoose={setColour}
            show={({ swatch }) => <span className="swatch" style={{ background: swatch }} />}
          />
          {sizes.length > 1 && (
            <ChoiceGroup
              name="size"
              legend="Size"
              choices={sizes.map(size => ({ id: size, name: size }))}
              chosen={{ id: size, name: size }}
              onChoose={({ id }) => setSize(id)}
            />
          )}
          <button
            type="button"
            className="button"
            onClick={() => {
              add(variant)
              setAdded(variantName(variant))
            }}
          >
            Add to basket
          </button>
          <p className="added" role="status">
            {added && (
              <>
                In your basket: {added}. <Link to="/basket">View basket</Link>
              </>
            )}
          </p>
          <ul className="product-details">
            {details.map(detail => (
              <li key={detail}>{detail}</li>
            ))}
          </ul>
        </div>
      </div>
      <section className="goes-well" aria-labelledby="goes-well">
        <h2 id="goes-well">Goes well with</h2>
        <ProductGrid products={others(product)} />
      </section>
    </Page>
  )
}

/** Four more, none of the same kind. */
function others({ category }: Product): Product[] {
  const rest = products.filter(product => product.category !== category)
  return rest.filter((_, index) => index % Math.floor(rest.length / 4) === 0).slice(0, 4)
}
