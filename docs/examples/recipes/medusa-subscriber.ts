import { type MedusaOrder, orderFromMedusa } from 'ometria-adapters/medusa'
import { ometria } from '../ometria-server.js'

/** What of Medusa's query is used: `container.resolve('query')`. */
interface Query {
  graph(ask: { entity: 'order'; fields: string[]; filters: { id: string } }): Promise<{ data: MedusaOrder[] }>
}

const fields = [
  'currency_code',
  'customer_id',
  'total',
  'tax_total',
  'shipping_total',
  'credit_line_total',
  'items.*',
]

/** In src/subscribers/ometria.ts, for the event order.placed. Medusa calls again where this rejects. */
export async function orderPlaced(id: string, query: Query) {
  const { data } = await query.graph({ entity: 'order', fields: ['id', ...fields], filters: { id } })
  const [order] = data
  if (order) await ometria.track({ scope: 'order', action: 'add', data: orderFromMedusa(order) })
}

/** For the event order.canceled. */
export const orderCanceled = (id: string) =>
  ometria.track({ scope: 'order', action: 'cancel', data: { order_id: id } })
