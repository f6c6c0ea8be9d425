import type { CategoryId } from './category.ts'

export interface Product {
  id: string
  sku: string
  /** In the product's address, and the name of its picture. */
  slug: string
  name: string
  category: CategoryId
  /** In pence, tax included. */
  price: number
  /** What it cost before, in pence, where it is reduced. */
  rrp?: number
  summary: string
  details: string[]
  colours: [Colour, ...Colour[]]
  sizes: [string, ...string[]]
  /** Where its picture is worth a closer look, in per cent from the left and the top. */
  closeUps: CloseUp[]
}

export interface Colour {
  /** Also the fragment that gives the picture this colour: `maxi-dress.svg#ink`. */
  id: string
  name: string
  swatch: string
}

export interface CloseUp {
  name: string
  x: number
  y: number
}

/** One product in one colour and size. */
export interface Variant {
  product: Product
  colour: Colour
  size: string
}

export function variantId({ product, colour, size }: Variant): string {
  return [product.id, colour.id, size].join('-').replaceAll(' ', '-').toLowerCase()
}

export function variantSku({ product, colour, size }: Variant): string {
  return [product.sku, colour.id, size].join('-').replaceAll(' ', '-').toLowerCase()
}

/** What tells one variant from another to a shopper: `Damson, size 12`. */
export function variantName({ product, colour, size }: Variant): string {
  return product.sizes.length > 1 ? `${colour.name}, size ${size}` : colour.name
}
