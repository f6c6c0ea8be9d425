import { useIsMutating, useQuery } from '@tanstack/react-query'
import { useTrackBasketLines } from 'ometria-react'

interface ShopBasket {
  id: string
  lines: { productId: string; variantId: string; quantity: number }[]
}

async function fetchBasket(): Promise<ShopBasket> {
  const response = await fetch('/api/basket')
  return response.json()
}

/** Stands once in the shop, near the root and below the provider. */
export function TrackBasket() {
  const { data: basket, isFetching } = useQuery({ queryKey: ['basket'], queryFn: fetchBasket })
  const changes = useIsMutating({ mutationKey: ['basket'] })
  useTrackBasketLines(
    basket?.lines.map(({ productId, quantity }) => ({ product_id: productId, quantity })),
    { basketId: basket?.id, settled: changes === 0 && !isFetching },
  )
  return null
}
