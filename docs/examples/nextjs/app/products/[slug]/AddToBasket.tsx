'use client'

import { useTrackBasket } from 'ometria-react'
import { addToBasket } from '@/shop-actions'

export function AddToBasket({ productId }: { productId: string }) {
  const basket = useTrackBasket()

  async function add() {
    await addToBasket(productId)
    basket.mutate({ action: 'add', data: { product_id: productId, quantity: 1 } })
  }

  return (
    <button type="button" onClick={add}>
      Add to basket
    </button>
  )
}
