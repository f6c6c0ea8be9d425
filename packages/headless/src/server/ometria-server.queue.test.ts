import { inspect } from 'node:util'
import orderAdd from 'ometria-mock/fixtures/order-add.json' with { type: 'json' }
import { expect, test } from 'vitest'
import { createMemoryQueue } from '../../test/memory-queue.js'
import {
  createOmetriaServer,
  OmetriaConfigError,
  OmetriaError,
  type OmetriaServerConfig,
  OmetriaValidationError,
  type QueuedOmetriaServer,
  type ServerEvent,
} from './index.js'

const place = orderAdd as ServerEvent // to TypeScript, JSON's actions are any string
const cancel: ServerEvent = { scope: 'order', action: 'cancel', data: { order_id: 'ABC-123' } }

test('resolves once the queue has the event, and says so', async () => {
  const queue = createMemoryQueue()
  const ometria = createOmetriaServer({ queue })
  expect(await ometria.track(cancel)).toEqual({ status: 'queued', request_id: 'order-cancel-ABC-123' })
  expect(await ometria.track(cancel)).toEqual({ status: 'duplicate', request_id: 'order-cancel-ABC-123' })
  expect(queue.hits).toEqual([
    { request_id: 'order-cancel-ABC-123', body: expect.any(String), at: expect.any(Number) },
  ])
  expect(JSON.parse(queue.hits[0]?.body ?? '')).toEqual({ ...cancel, request_id: 'order-cancel-ABC-123' })
})

test('tells the queue how long a page may take to report the same order', async () => {
  const queue = createMemoryQueue()
  await createOmetriaServer({ queue }).track(place, { fallbackAfterMs: 60_000 })
  expect(queue.hits).toMatchObject([{ request_id: 'order-add-ABC-123', fallbackAfterMs: 60_000 }])
})

test('stores nothing that Ometria would not understand', async () => {
  const queue = createMemoryQueue()
  const ometria = createOmetriaServer({ queue })
  await expect(ometria.track({ scope: 'view' })).rejects.toThrow(OmetriaValidationError)
  await expect(ometria.track(place, { fallbackAfterMs: Infinity })).rejects.toThrow(
    'fallbackAfterMs: expected a number of milliseconds',
  )
  expect(queue.hits).toEqual([])
})

test('rejects where the event could not be stored, and no part of the error holds a secret or the event', async () => {
  const thrown = Object.assign(new Error('no route to redis://shop:s3cret@store'), {
    command: { name: 'auth', args: ['s3cret'] },
    event: orderAdd,
  })
  const ometria = createOmetriaServer({ queue: { add: () => Promise.reject(thrown) } })
  const error = await ometria.track(place).catch(error => error)
  expect(error).toBeInstanceOf(OmetriaError)
  expect(error).toMatchObject({
    code: 'unavailable',
    message: 'The queue could not store the event. Hand it over again later.',
    cause: { message: 'no route to redis://store' },
  })
  const all = inspect(error, { depth: null, showHidden: true })
  expect(all).not.toContain('s3cret')
  expect(all).not.toContain('ABC-123')
})

test('without a queue nothing can wait for a page to report the same order', async () => {
  const ometria = createOmetriaServer({ domainKey: 'acme', locationKey: 'eu' })
  const untyped = ometria as QueuedOmetriaServer // as plain JavaScript might
  const refusal = untyped.track(place, { fallbackAfterMs: 1 })
  await expect(refusal).rejects.toThrow(OmetriaConfigError)
  await expect(refusal).rejects.toThrow('fallbackAfterMs: expected a `queue`')
})

test.each([
  [{ queue: {} }, 'queue: expected an object with a method `add`'],
  [{ queue: null }, 'queue: expected an object with a method `add`'],
  [{ queue: createMemoryQueue(), domainKey: 'acme' }, 'domainKey: expected nothing beside `queue`'],
  [{ queue: createMemoryQueue(), auth: { key: 'a', secret: 'b' } }, 'auth: expected nothing beside `queue`'],
  [{ queue: createMemoryQueue(), retry: { attempts: 2 } }, 'retry: expected nothing beside `queue`'],
])('throws where it is made with %j', (config, sentence) => {
  const made = () => createOmetriaServer(config as unknown as OmetriaServerConfig) // as plain JavaScript might
  expect(made).toThrow(OmetriaConfigError)
  expect(made).toThrow(sentence)
})
