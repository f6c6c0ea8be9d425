import { orderSchema } from 'ometria-headless/schemas'
import * as z from 'zod'

/** For an OpenAPI document: what a client may send, before anything is made of it. */
export const orderJsonSchema = z.toJSONSchema(orderSchema, { io: 'input' })
