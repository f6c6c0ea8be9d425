import { once } from 'node:events'
import { createServer } from 'node:net'

/** A port that nothing listens on, so that two runs on one machine don't meet. */
export async function freePort() {
  const server = createServer().listen(0)
  await once(server, 'listening')
  const address = server.address()
  server.close()
  if (address === null || typeof address === 'string') throw new Error('A server on a port has a port.')
  return address.port
}
