import { once } from 'node:events'
import { type AddressInfo, connect, createServer } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'

/**
 * A SOCKS5 proxy (RFC 1928) that takes its time to connect, and connects to one port of this machine whatever it is asked
 * for. Nothing of a request is out before that: a cold connection, which loopback alone can't show.
 */
export async function slowToConnect(ms: number, port: number) {
  const server = createServer(async socket => {
    socket.on('error', () => socket.destroy())
    await once(socket, 'data') // which ways to sign in the client has
    socket.write(Uint8Array.of(5, 0)) // none is needed
    await once(socket, 'data') // where it wants to be connected to
    await pause(ms)
    const upstream = connect(port, '127.0.0.1')
    upstream.on('error', () => socket.destroy())
    socket.write(Uint8Array.of(5, 0, 0, 1, 0, 0, 0, 0, 0, 0)) // connected
    socket.pipe(upstream).pipe(socket)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    close: () => server.close(),
  }
}
