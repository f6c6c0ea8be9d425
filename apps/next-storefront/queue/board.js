import { createBullBoard } from '@bull-board/api'
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter'
import { HonoAdapter } from '@bull-board/hono'
import { serve } from '@hono/node-server'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'

/**
 * Shows a queue in Bull Board. Resolves with the page's address.
 *
 * @param {import('ometria-queue').OmetriaQueue} queue
 * @returns {Promise<string>}
 */
export function showBoard(queue) {
  const serverAdapter = new HonoAdapter(serveStatic)
  createBullBoard({ queues: [new BullMQAdapter(queue.bull)], serverAdapter })
  const app = new Hono().route('/', serverAdapter.setBasePath('').registerPlugin())
  return new Promise(resolve => {
    serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
      resolve(`http://127.0.0.1:${port}`),
    )
  })
}
