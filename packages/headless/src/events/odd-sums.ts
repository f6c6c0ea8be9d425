import type { ParsedEvent } from './events.js'

/** By more than a cent, which rounding may cost; binary fractions make of that a little more. */
const differs = (a: number, b: number) => Math.abs(a - b) > 0.011

/** What does not add up in an order placed: usually a unit price where the price of the whole line belongs. */
export function oddSums(event: ParsedEvent): string[] {
  if (event.scope !== 'order' || event.action !== 'add') return []
  const { order_total, order_shipping = 0, order_lines } = event.data
  const odd: string[] = []
  for (const [index, { quantity, unit_rrp, order_line_total }] of order_lines.entries()) {
    if (quantity > 1 && unit_rrp && !differs(order_line_total, unit_rrp)) {
      odd.push(
        `data.order_lines[${index}].order_line_total is the price of one: expected it times the quantity of ${quantity}.`,
      )
    }
  }
  const sum = order_lines.reduce((total, line) => total + line.order_line_total, order_shipping)
  if (differs(sum, order_total)) {
    odd.push(
      'data.order_total is not the sum of all order_line_total and order_shipping (right where there is a discount).',
    )
  }
  return odd
}

/** Development only: bundlers take it out of what ships. Discounts make honest differences, so it blocks nothing. */
export function warnOfOddSums(event: ParsedEvent) {
  try {
    if (process.env.NODE_ENV !== 'production')
      for (const odd of oddSums(event)) console.warn(`Ometria: ${odd}`)
  } catch {
    // No bundler, no `process`.
  }
}
