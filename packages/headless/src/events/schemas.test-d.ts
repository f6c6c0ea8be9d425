import { expectTypeOf, test } from 'vitest'
import type * as z from 'zod'
import type {
  BasketEvent,
  Context,
  Order,
  OrderEvent,
  OrderLine,
  TrackEvent,
  User,
  ViewEvent,
} from '../index.js'
import type * as schemas from './schemas.js'

type Schemas = typeof schemas
type Output<Name extends keyof Schemas> = z.output<Schemas[Name]>

test('what a schema gives can be tracked', () => {
  expectTypeOf<Output<'orderLineSchema'>>().toExtend<OrderLine>()
  expectTypeOf<Output<'orderSchema'>>().toExtend<Order>()
  expectTypeOf<Output<'contextSchema'>>().toExtend<Context>()
  expectTypeOf<Output<'userSchema'>>().toEqualTypeOf<User>()
  expectTypeOf<Output<'basketEventSchema'>>().toExtend<BasketEvent>()
  expectTypeOf<Output<'orderEventSchema'>>().toExtend<OrderEvent>()
  expectTypeOf<Output<'viewEventSchema'>>().toExtend<ViewEvent>()
  expectTypeOf<Output<'trackEventSchema'>>().toExtend<TrackEvent>()
  expectTypeOf<Output<'orderSchema'>['order_id']>().toEqualTypeOf<string>()
  expectTypeOf<Output<'orderSchema'>['order_total']>().toEqualTypeOf<number>()
})
