'use client'

import { useState } from 'react'
import type { CloseUp, Colour, Product } from '../product.ts'
import { ProductPicture } from './ProductPicture.tsx'

/** The whole piece, and the places worth a closer look. */
export function ProductGallery({ product, colour }: { product: Product; colour: Colour }) {
  const [closeUp, setCloseUp] = useState<CloseUp>()
  const views = [undefined, ...product.closeUps]
  return (
    <div className="gallery">
      <div className="gallery-stage">
        <View
          product={product}
          colour={colour}
          closeUp={closeUp}
          alt={`${closeUp ? `${closeUp.name} of the ${product.name}` : product.name} in ${colour.name}`}
        />
      </div>
      <ul className="gallery-thumbnails" aria-label="Views">
        {views.map(view => (
          <li key={view?.name ?? 'Whole'}>
            <button type="button" aria-pressed={view === closeUp} onClick={() => setCloseUp(view)}>
              <View product={product} colour={colour} closeUp={view} alt={view?.name ?? 'Whole'} />
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}

function View({
  product,
  colour,
  closeUp,
  alt,
}: {
  product: Product
  colour: Colour
  closeUp: CloseUp | undefined
  alt: string
}) {
  return (
    <div
      className="gallery-view"
      style={closeUp && { scale: 2.4, transformOrigin: `${closeUp.x}% ${closeUp.y}%` }}
    >
      <ProductPicture slug={product.slug} colourId={colour.id} alt={alt} eager />
    </div>
  )
}
