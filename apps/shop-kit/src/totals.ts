/** In pence, tax included everywhere. */
export interface Totals {
  subtotal: number
  shipping: number
  total: number
  /** How much of the total is tax. */
  tax: number
}

export const freeShippingFrom = 7500
const shippingCost = 499
const taxRate = 0.2

export function totalsOf(lines: { quantity: number; price: number }[]): Totals {
  const subtotal = lines.reduce((sum, line) => sum + line.quantity * line.price, 0)
  const shipping = subtotal === 0 || subtotal >= freeShippingFrom ? 0 : shippingCost
  const total = subtotal + shipping
  return { subtotal, shipping, total, tax: Math.round((total * taxRate) / (1 + taxRate)) }
}
