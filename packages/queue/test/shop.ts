import { randomUUID } from 'node:crypto'
import type { QueuedHit } from 'ometria-headless/server'
import { test as base } from 'vitest'
import type { Connection } from '../src/connection.js'
import { createOmetriaQueue, type OmetriaQueue, type OmetriaQueueConfig } from '../src/ometria-queue.js'
import { createOmetriaWorker, type OmetriaWorker, type OmetriaWorkerConfig } from '../src/ometria-worker.js'
import { type UpstreamServer, upstreamServer } from './upstream.js'

type Options<Config> = Omit<Partial<Config>, 'connection' | 'name'>

type ShopOn = (connection: Connection, options?: Options<OmetriaQueueConfig>) => Promise<Shop>

export interface Shop {
  name: string
  upstream: UpstreamServer
  queue: OmetriaQueue
  /** Starts a worker. */
  work(options?: Options<OmetriaWorkerConfig>): OmetriaWorker
}

/** A test that has `shopOn`: a queue with a name of its own in a store, and Ometria. All ends with the test. */
export const test = base.extend<{ shopOn: ShopOn }>({
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads from the pattern which fixtures this one needs.
  shopOn: async ({}, use) => {
    const opened: { close(): Promise<void> }[] = []
    await use(async (connection, options = {}) => {
      const name = `test-${randomUUID()}`
      const upstream = await upstreamServer()
      const queue = createOmetriaQueue({ connection, name, ...options })
      opened.push(upstream, queue)
      return {
        name,
        upstream,
        queue,
        work(more = {}) {
          const worker = createOmetriaWorker({ connection, name, ...upstream.account, ...more })
          opened.push(worker)
          return worker
        },
      }
    })
    for (const each of opened.reverse()) await each.close()
  },
})

/** A hit as headless hands it over. */
export function hit(
  event: { scope: string; action?: string; data?: object },
  request_id: string | number,
): QueuedHit {
  return { request_id, body: JSON.stringify({ ...event, request_id }), at: Date.now() }
}

export const view = (request_id: string | number) =>
  hit({ scope: 'view', action: 'view', data: {} }, request_id)

export function order(action: 'add' | 'cancel' | 'return', order_id: string, request_id?: string) {
  return hit({ scope: 'order', action, data: { order_id } }, request_id ?? `order-${action}-${order_id}`)
}
