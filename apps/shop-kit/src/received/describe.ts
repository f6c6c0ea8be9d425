import { formatPrice } from '../money.ts'
import { findProduct } from '../products.ts'
import type { Attempt } from './attempt.ts'

type Fields = Record<string, unknown>

/** An attempt in a shopper's words. Its body may be anything: it is what went over the wire. */
export function describe({ body, answer }: Attempt) {
  const { scope, action, data, context } = fields(body)
  return {
    kind:
      [...new Set([scope, action])].filter(word => typeof word === 'string').join(' · ') || 'not an event',
    about: about(scope, fields(data), fields(context)),
    outcome: outcomes[answer] ?? String(answer),
    arrived: typeof answer === 'number' && answer < 300,
  }
}

const outcomes: Record<Attempt['answer'], string> = { hang: 'no answer', drop: 'dropped', 400: '400 refused' }

function about(scope: unknown, data: Fields, context: Fields): string {
  if (scope === 'basket') return `${productName(data.product_id)} × ${data.quantity}`
  if (scope === 'order') return [data.order_id, total(data), returned(data)].filter(Boolean).join(', ')
  if (context.product !== undefined) return productName(context.product)
  return [context.page, context.category].filter(Boolean).join(', ')
}

function productName(id: unknown): string {
  return findProduct({ id: String(id) })?.name ?? String(id)
}

function total({ order_total }: Fields): string {
  return typeof order_total === 'number' ? formatPrice(order_total * 100) : ''
}

function returned({ order_total, order_lines }: Fields): string {
  if (order_total !== undefined || !Array.isArray(order_lines)) return ''
  return order_lines.map(line => productName(fields(line).product_id)).join(' and ')
}

function fields(value: unknown): Fields {
  return Object(value) as Fields
}
