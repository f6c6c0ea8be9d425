'use client'

import { useTrackBasket } from 'ometria-react'
import type { Product } from 'shop-kit'

/** Tells Ometria that there are more of a product in the basket or, below zero, fewer. */
export function useTrackChange() {
  const { mutate } = useTrackBasket()
  return ({ id, category }: Product, by: number) => {
    if (by === 0) return
    const action = by > 0 ? 'add' : 'remove'
    mutate({
      action,
      data: { product_id: id, quantity: Math.abs(by) },
      context: { product: id, category },
    })
  }
}
