import { randomUUID } from 'node:crypto'
import type { QueuedHit } from 'ometria-headless/server'
import { onTestFinished } from 'vitest'
import { createOmetriaQueue, type OmetriaQueueConfig } from '../src/ometria-queue.js'
import { createOmetriaWorker, type OmetriaWorkerConfig } from '../src/ometria-worker.js'
import { upstreamServer } from './upstream.js'

type Options<Config> = Omit<Partial<Config>, 'connection' | 'name'>

/** A queue with a name of its own in a store, and Ometria; a worker when it is asked for. All end with the test. */
export async function shopOn(connection: string, options: Options<OmetriaQueueConfig> = {}) {
  const name = `test-${randomUUID()}`
  const upstream = await upstreamServer()
  const queue = createOmetriaQueue({ connection, name, ...options })
  onTestFinished(async () => {
    await queue.close()
    await upstream.close()
  })
  return {
    name,
    upstream,
    queue,
    work(more: Options<OmetriaWorkerConfig> = {}) {
      const worker = createOmetriaWorker({ connection, name, ...upstream.account, ...more })
      onTestFinished(() => worker.close())
      return worker
    },
  }
}

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
