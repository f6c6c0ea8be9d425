'use client'

import Link from 'next/link'
import { type Product, ProductDetails, type Variant } from 'shop-kit'
import { addOne } from './basket-actions.ts'

export function BuyProduct({ product }: { product: Product }) {
  const add = ({ colour, size }: Variant) =>
    addOne({ productId: product.id, colourId: colour.id, size, quantity: 1 })

  return <ProductDetails product={product} onAdd={add} toBasket={<Link href="/basket">View basket</Link>} />
}
