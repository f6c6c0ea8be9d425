'use client'

import { type ReactNode, useState } from 'react'
import { type Product, type Variant, variantName } from '../product.ts'
import { ChoiceGroup } from './ChoiceGroup.tsx'
import { Price } from './Price.tsx'
import { ProductGallery } from './ProductGallery.tsx'
import { Swatch } from './Swatch.tsx'

/** A product, to be looked at, chosen in a colour and a size, and put in the basket. */
export function ProductDetails({
  product,
  onAdd,
  toBasket,
}: {
  product: Product
  onAdd: (variant: Variant) => void | Promise<void>
  /** A link there, once there is something in it. */
  toBasket: ReactNode
}) {
  const { name, price, rrp, summary, details, colours, sizes } = product
  const [colour, setColour] = useState(colours[0])
  const [size, setSize] = useState(sizes[1] ?? sizes[0])
  const [added, setAdded] = useState<string>()

  async function add() {
    const variant = { product, colour, size }
    await onAdd(variant)
    setAdded(variantName(variant))
  }

  return (
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
          show={({ swatch }) => <Swatch className="swatch" colour={swatch} />}
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
        <button type="button" className="button" onClick={add}>
          Add to basket
        </button>
        <p className="added" role="status">
          {added && (
            <>
              In your basket: {added}. {toBasket}
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
  )
}
