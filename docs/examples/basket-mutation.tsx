import { useTrackBasket } from 'ometria-react'

interface Product {
  id: string
  category: string
}

/** `add` puts the product into the shop's own basket, and says how many it took. */
export function AddToBasket({ product, add }: { product: Product; add: () => Promise<number> }) {
  const { mutate } = useTrackBasket()

  async function buy() {
    const quantity = await add()
    if (quantity === 0) return // sold out
    mutate({
      action: 'add',
      data: { product_id: product.id, quantity },
      context: { product: product.id, category: product.category },
    })
  }

  return (
    <button type="button" onClick={buy}>
      Add to basket
    </button>
  )
}
