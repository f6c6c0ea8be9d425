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

/** Server actions, which see to it that the basket and the order are the visitor's own. */
export declare function addToBasket(productId: string): Promise<void>
export declare function markAsCancelled(orderId: string): Promise<void>
