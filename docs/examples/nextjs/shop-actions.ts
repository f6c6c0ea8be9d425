/** Server actions (`'use server'`), which see to it that the basket and the order are the visitor's own. */
export declare function addToBasket(productId: string): Promise<void>
export declare function markAsCancelled(orderId: string): Promise<void>
