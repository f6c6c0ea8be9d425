import { once } from 'node:events'
import { createServer } from 'node:http'
import next from 'next'

export const usualPort = 3000

/** Serves the shop from its sources. Resolves with its address. */
export async function startShop() {
  const httpServer = createServer()
  const port = await bind(httpServer, usualPort)
  const shop = next({ dev: true, dir: import.meta.dirname, hostname: 'localhost', port, httpServer })
  await shop.prepare()
  httpServer.on('request', shop.getRequestHandler())

  const url = new URL(`http://localhost:${port}`)
  // A page is built when it is first asked for: so that nobody waits for the first.
  await fetch(url)
  return url
}

/** The next free port where the one asked for is taken. */
async function bind(server, port) {
  server.listen(port)
  try {
    await once(server, 'listening')
    return port
  } catch (error) {
    if (error.code === 'EADDRINUSE') return bind(server, port + 1)
    throw error
  }
}
