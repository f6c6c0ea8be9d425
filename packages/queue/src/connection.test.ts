import { OmetriaConfigError } from 'ometria-headless/server'
import { expect, test } from 'vitest'
import { createOmetriaQueue } from './ometria-queue.js'
import { createOmetriaWorker } from './ometria-worker.js'

const connection = 'redis://127.0.0.1:1'
const account = { domainKey: 'shop', locationKey: 'web' }

test.each([
  [{ connection: 'mysql://x' }, 'connection: expected'],
  [{ connection: '' }, 'connection: expected'],
  [{ connection: {} }, 'connection: expected'],
  [{}, 'connection: expected'],
  [undefined, 'connection: expected'],
  [{ connection, name: 'a:b' }, 'name: expected letters'],
  [{ connection, name: '{a}' }, 'name: expected letters'],
  [{ connection, name: '' }, 'name: expected letters'],
  [{ connection, keepMs: 0 }, 'keepMs: expected'],
  [{ connection, keepMs: Number.NaN }, 'keepMs: expected'],
])('a queue is not made with %j', (config, why) => {
  // @ts-expect-error What a shop without types may give.
  const make = () => createOmetriaQueue(config)
  expect(make).toThrow(OmetriaConfigError)
  expect(make).toThrow(why)
})

test.each([
  [{ connection }, 'domainKey'],
  [{ ...account, connection: 'mysql://x' }, 'connection: expected'],
  [{ ...account, connection, concurrency: 0 }, 'concurrency: expected'],
  [{ ...account, connection, maxAgeMs: 0 }, 'maxAgeMs: expected'],
  [{ ...account, connection, rate: { max: 10 } }, 'rate: expected'],
  [{ ...account, connection, auth: { key: 'a' } }, 'auth: expected'],
  [undefined, 'domainKey'],
])('a worker is not made with %j', (config, why) => {
  // @ts-expect-error What a shop without types may give.
  const make = () => createOmetriaWorker(config)
  expect(make).toThrow(OmetriaConfigError)
  expect(make).toThrow(why)
})
