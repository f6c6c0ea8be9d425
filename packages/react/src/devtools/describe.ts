import type { TrackEvent } from 'ometria-headless'

/** The kind of an event: `basket add`, `view`. */
export const kindOf = ({ scope, action }: Partial<TrackEvent>) =>
  [scope, scope !== action && action].filter(Boolean).join(' ') || 'unknown'

/** What an event says, in a line: the product, the order, the sum. What was tracked may be anything. */
export function lineOf(event: TrackEvent): string {
  const { data, context } = Object(event)
  const { product_id, quantity, order_id, order_lines, order_total, order_currency } = Object(data)
  const lines =
    Array.isArray(order_lines) && `${order_lines.length} ${order_lines.length === 1 ? 'line' : 'lines'}`
  const says = product_id
    ? [quantity && `${quantity} × ${product_id}`]
    : order_id
      ? [order_id, lines, order_total !== undefined && sum(order_total, order_currency)]
      : placesOf(Object(context))
  return says.filter(Boolean).join(' · ')
}

function placesOf({ page, category, product, page_url }: { [name: string]: unknown }) {
  const named = [page, category, product].filter(Boolean)
  return named.length > 0 ? named : [pathOf(page_url)]
}

function pathOf(url: unknown) {
  try {
    const { pathname, search } = new URL(String(url))
    return pathname + search
  } catch {
    return url
  }
}

function sum(total: unknown, currency: unknown): string {
  try {
    return Number(total).toLocaleString('en', { style: 'currency', currency: String(currency) })
  } catch {
    return `${total} ${currency}`
  }
}
