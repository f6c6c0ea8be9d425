import { getRequestListener } from '@hono/node-server'
import { createOmetriaRelay } from 'ometria-headless/server'
import { createOmetriaQueue, createOmetriaWorker } from 'ometria-queue'
import { postgresServer } from '../packages/queue/test/postgres-server.js'
import { hasRedis, redisServer } from '../packages/queue/test/redis-server.js'

/** A relay with a queue on a real store, and a worker that delivers to the mock. */
export async function queuedRelay(mockUrl: string) {
  const store = hasRedis() ? await redisServer() : await postgresServer()
  await store.start()
  const connection = store.url
  const toMock: typeof fetch = (url, init) =>
    fetch(String(url).replace('https://acme.store-eu.ometria.services', mockUrl), init)
  const queue = createOmetriaQueue({ connection })
  const worker = createOmetriaWorker({ connection, domainKey: 'acme', locationKey: 'eu', fetch: toMock })
  return {
    listener: getRequestListener(createOmetriaRelay({ queue })),
    async close() {
      await worker.close()
      await queue.close()
      await store.remove()
    },
  }
}
