import { createServer } from 'node:http'
import { getRequestListener } from '@hono/node-server'

/**
 * Serves a relay in a process of its own, which says what it has used whenever it is asked.
 *
 * @param {(request: Request) => Promise<Response>} relay
 */
export function serve(relay) {
  const server = createServer(getRequestListener(relay))
  server.requestTimeout = 0
  server.listen({ port: 0, host: '127.0.0.1', backlog: 4096 }, () => process.send?.(server.address()))
  process.on('message', () => {
    globalThis.gc?.()
    const { rss, heapUsed, external } = process.memoryUsage()
    const { user, system } = process.cpuUsage()
    process.send?.({ rss, used: heapUsed + external, cpu: (user + system) / 1000 })
  })
}
