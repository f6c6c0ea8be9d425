import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import type { MockOmetria } from './mock.js'

/** A mock that is served over HTTP. */
export interface Listening {
  /** Where it listens, without a slash at the end. */
  url: string
  port: number
  /** Stops, and ends what is open or hanging at once. */
  close(): Promise<void>
}

/** Serves a mock over HTTP. A taken port makes way for the next free one; 0 takes any. */
export async function listen(
  mock: MockOmetria,
  { port = 0, hostname = '127.0.0.1' }: { port?: number; hostname?: string } = {},
): Promise<Listening> {
  const answer = getRequestListener(
    async (request, { incoming }) => {
      try {
        return await mock.fetch(request)
      } catch (dropped) {
        incoming.socket.destroy()
        throw dropped
      }
    },
    { overrideGlobalObjects: false },
  )
  const server = createServer(answer)
  const bound = await bind(server, port, hostname)
  return {
    url: `http://${nameInUrl(hostname)}:${bound}`,
    port: bound,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function nameInUrl(hostname: string): string {
  // "Every address of this machine" is nothing that a browser can open.
  if (hostname === '0.0.0.0' || hostname === '::') return 'localhost'
  return hostname.includes(':') ? `[${hostname}]` : hostname
}

async function bind(server: Server, port: number, hostname: string): Promise<number> {
  server.listen(port, hostname)
  try {
    await once(server, 'listening')
  } catch (error) {
    if (isTaken(error) && port < 65535) return bind(server, port + 1, hostname)
    throw error
  }
  return (server.address() as AddressInfo).port // not a pipe's name, since it listens on a port
}

function isTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
}
