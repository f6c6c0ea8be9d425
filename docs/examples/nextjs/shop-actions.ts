'use server'

// Yours see to it that the basket and the order are the visitor's own.

export async function addToBasket(productId: string) {
  console.log('In the basket:', productId)
}

export async function markAsCancelled(orderId: string) {
  console.log('Cancelled:', orderId)
}
