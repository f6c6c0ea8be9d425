import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { inspect } from 'node:util'
import { getRequestListener } from '@hono/node-server'
import { createMockOmetria } from 'ometria-mock'
import { listen } from 'ometria-mock/node'
import { expect, onTestFinished, vi } from 'vitest'
import { createOmetriaRelay, type OmetriaQueue, type OmetriaRelayConfig } from '../src/server/index.js'

/** The credentials of every served relay. */
export const auth = { key: 'shop-key', secret: 'tip/top"+secret' }
/** What nothing that a browser or a log sees may hold. */
export const secrets = [auth.secret, JSON.stringify(auth.secret), btoa(`${auth.key}:${auth.secret}`)]

export interface Answered {
  status: number
  headers: IncomingHttpHeaders
  body: unknown
}

interface Sent {
  method?: string
  path?: string
  /** Over those that a page of the shop would send; `undefined` leaves one out. */
  headers?: Record<string, string | undefined>
}

/** A relay's configuration, the account left out where the test doesn't care. */
export type RelayConfig = Partial<Extract<OmetriaRelayConfig, { queue?: undefined }>>

/**
 * A relay on Node's own HTTP server, in front of a mock of Ometria's endpoint, each on a port of its own. When the test
 * is over, no answer and no console line may have held a secret.
 */
export async function serveRelay(config: RelayConfig | { queue: OmetriaQueue } = {}) {
  const mock = createMockOmetria()
  const upstream = await listen(mock)
  const toMock: typeof fetch = (url, init) =>
    fetch(String(url).replace('https://acme.store-eu.ometria.services', upstream.url), init)
  const relay = config.queue
    ? createOmetriaRelay(config)
    : createOmetriaRelay({ domainKey: 'acme', locationKey: 'eu', auth, fetch: toMock, ...config })
  const server = createServer(getRequestListener(relay)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo // not a pipe's name, since it listens on a port
  const origin = `http://127.0.0.1:${port}`
  const said: string[] = []
  for (const method of ['debug', 'log', 'info', 'warn', 'error'] as const) {
    vi.spyOn(console, method).mockImplementation((...line) => said.push(inspect(line, { depth: null })))
  }
  onTestFinished(async () => {
    vi.restoreAllMocks()
    server.close()
    server.closeAllConnections()
    await upstream.close()
    for (const secret of secrets) expect(said.join('\n')).not.toContain(secret)
  })

  /** Begins a request, for the test to write its body. */
  function open({ method = 'POST', path = '/api/ometria', headers }: Sent = {}) {
    const all = { origin, 'sec-fetch-site': 'same-origin', 'content-type': 'application/json', ...headers }
    const given = Object.entries(all).filter(([, value]) => value !== undefined)
    const sent = request({ host: '127.0.0.1', port, path, method, headers: Object.fromEntries(given) })
    const answer = new Promise<Answered>((resolve, reject) => {
      sent.on('error', reject)
      sent.on('response', async response => {
        let text = ''
        for await (const chunk of response.setEncoding('utf8')) text += chunk
        said.push(...response.rawHeaders, text)
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: text && JSON.parse(text),
        })
      })
    })
    return { sent, answer }
  }

  /** Posts a body: text and bytes as they are, all else as JSON. */
  function post(body: unknown, how: Sent = {}): Promise<Answered> {
    const bytes = typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body)
    const { sent, answer } = open({
      ...how,
      headers: { 'content-length': String(Buffer.byteLength(bytes)), ...how.headers },
    })
    sent.end(bytes)
    return answer
  }

  return { mock, relay, origin, open, post, said }
}
