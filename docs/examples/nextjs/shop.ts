interface Product {
  id: string
  name: string
}

interface PlacedOrder {
  id: string
  total: number
  lines: { productId: string; quantity: number; price: number }[]
}

export declare function findProduct(slug: string): Promise<Product | undefined>
export declare function findOrder(id: string): Promise<PlacedOrder | undefined>
