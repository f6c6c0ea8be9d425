import { ProductPicture } from './ProductPicture.tsx'

export function Hero() {
  return (
    <div className="hero">
      <div className="hero-text">
        <h1 tabIndex={-1}>Clothes for ordinary days</h1>
        <p>Twelve pieces in cotton, linen, wool and leather. Made to be worn, washed and worn again.</p>
      </div>
      <div className="hero-pictures">
        <ProductPicture slug="chore-jacket" colourId="work-blue" alt="" eager />
        <ProductPicture slug="pleated-midi-skirt" colourId="plum" alt="" eager />
        <ProductPicture slug="rainbow-scarf" colourId="rainbow" alt="" eager />
      </div>
    </div>
  )
}
