import * as z from 'zod/mini'
import * as events from './events.js'
import type { Fault, Reader } from './reader.js'

/** The same as the client reads by, as a schema of zod's. */
const schema = <Input, Output>(read: Reader<Input, Output>) =>
  z.transform<Input, Output>((input, { issues }) => {
    const faults: Fault[] = []
    const output = read(input, faults)
    for (const fault of faults) issues.push({ code: 'custom', input, ...fault })
    return output as Awaited<Output>
  })

export const orderLineSchema = schema(events.orderLine)
export const orderSchema = schema(events.order)
export const contextSchema = schema(events.context)
export const userSchema = schema(events.user)
export const basketEventSchema = schema(events.basketEvent)
export const orderAddEventSchema = schema(events.orderAddEvent)
export const orderCancelEventSchema = schema(events.orderCancelEvent)
export const orderReturnEventSchema = schema(events.orderReturnEvent)
export const orderEventSchema = schema(events.orderEvent)
export const viewEventSchema = schema(events.viewEvent)
export const trackEventSchema = schema(events.trackEvent)
