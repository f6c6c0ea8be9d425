import { expectTypeOf, test } from 'vitest'
import type { ServerEvent, User } from './index.js'

test('the visitor of an event may be undefined, as a lookup gives it', () => {
  expectTypeOf<{
    scope: 'order'
    action: 'cancel'
    data: { order_id: string }
    user: User | undefined
  }>().toExtend<ServerEvent>()
})
