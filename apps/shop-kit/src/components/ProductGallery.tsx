'use client'

import { useState } from 'react'
import type { CloseUp, Colour, Product } from '../product.ts'
import { ProductPicture, pictureOf } from './ProductPicture.tsx'

const zoom = 2.4

/** The whole piece, and the places worth a closer look. */
export function ProductGallery({ product, colour }: { product: Product; colour: Colour }) {
  const { slug, name, closeUps } = product
  const [chosen, choose] = useState<string>()
  const closeUp = closeUps.find(({ name }) => name === chosen)
  return (
    <div className="gallery">
      <div className="gallery-stage">
        <div
          className="gallery-view"
          style={closeUp && { scale: zoom, transformOrigin: `${closeUp.x}% ${closeUp.y}%` }}
        >
          <ProductPicture
            slug={slug}
            colourId={colour.id}
            alt={`${closeUp ? `${closeUp.name} of the ${name}` : name} in ${colour.name}`}
            eager
          />
        </div>
      </div>
      <ul className="gallery-thumbnails" aria-label="Views">
        <li>
          <button type="button" aria-pressed={!closeUp} onClick={() => choose(undefined)}>
            <ProductPicture slug={slug} colourId={colour.id} alt="Whole" eager />
          </button>
        </li>
        {closeUps.map(view => (
          <li key={view.name}>
            <button type="button" aria-pressed={view === closeUp} onClick={() => choose(view.name)}>
              <Cropped href={pictureOf(slug, colour.id)} to={view} />
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** By a `viewBox`, which needs no style of its own: see Swatch. */
function Cropped({ href, to: { name, x, y } }: { href: string; to: CloseUp }) {
  const [width, height] = [800 / zoom, 1000 / zoom]
  const [left, top] = [((800 - width) * x) / 100, ((1000 - height) * y) / 100]
  return (
    <svg viewBox={`${left} ${top} ${width} ${height}`} width={800} height={1000} role="img" aria-label={name}>
      <image href={href} width={800} height={1000} />
    </svg>
  )
}
