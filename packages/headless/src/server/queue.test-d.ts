import { expectTypeOf, test } from 'vitest'
import { createOmetriaRelay, createOmetriaServer, type OmetriaQueue, type ServerEvent } from './index.js'

declare const queue: OmetriaQueue
declare const event: ServerEvent
const keys = { domainKey: 'acme', locationKey: 'eu' }

test('an account or a queue is given, never both and never neither', () => {
  createOmetriaRelay({ ...keys, allowedOrigins: [] })
  createOmetriaRelay({ queue, allowedOrigins: [] })
  createOmetriaServer({ ...keys, retry: { attempts: 2 } })
  createOmetriaServer({ queue })
  // @ts-expect-error both
  createOmetriaRelay({ queue, ...keys })
  // @ts-expect-error neither
  createOmetriaRelay({})
  // @ts-expect-error both
  createOmetriaServer({ queue, ...keys })
  // @ts-expect-error the worker has the account's credentials
  createOmetriaServer({ queue, auth: { key: 'a', secret: 'b' } })
  // @ts-expect-error the worker tries again
  createOmetriaServer({ queue, retry: { attempts: 2 } })
})

test('only with a queue can an event wait for a page to report it', () => {
  createOmetriaServer({ queue }).track(event, { fallbackAfterMs: 60_000 })
  // @ts-expect-error there is no queue
  createOmetriaServer(keys).track(event, { fallbackAfterMs: 60_000 })
})

test('a shop may have a queue in production alone', () => {
  const ometria = createOmetriaServer(process.env.QUEUE ? { queue } : keys)
  expectTypeOf(ometria.track(event)).resolves.toMatchObjectType<{ request_id: string | number }>()
})

test('an event without a visitor may say so', () => {
  expectTypeOf<{ user: undefined }>().toExtend<Pick<ServerEvent, 'user'>>()
})
