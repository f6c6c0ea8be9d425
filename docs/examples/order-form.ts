import { orderSchema } from 'ometria-headless/schemas'
import * as z from 'zod'
import { ometria } from './ometria-server.js'

/** The order as Ometria knows it, and two fields of this account's own. */
const shopOrderSchema = orderSchema.extend({
  gift_note: z.string().max(200).optional(),
  store_id: z.enum(['london', 'leeds']),
})

/** An order that the staff of a store type into a form. */
export async function orderFromForm(form: unknown) {
  const { data, error } = shopOrderSchema.safeParse(form)
  if (error) return { faults: error.issues }
  await ometria.track({ scope: 'order', action: 'add', data })
  return { order_id: data.order_id }
}
