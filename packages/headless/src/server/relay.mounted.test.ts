import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { createRequestListener } from '@remix-run/node-fetch-server'
import express from 'express'
import { Hono } from 'hono'
import { createMockOmetria } from 'ometria-mock'
import basketAdd from 'ometria-mock/fixtures/basket-add.json' with { type: 'json' }
import { expect, onTestFinished, test, vi } from 'vitest'
import type { RelayConfig } from '../../test/served-relay.js'
import { createOmetriaRelay } from './index.js'

type Relay = (request: Request) => Promise<Response>

const mounts: [string, (relay: Relay) => RequestListener][] = [
  ['Hono on Node', relay => getRequestListener(new Hono().all('/api/ometria', c => relay(c.req.raw)).fetch)],
  [
    'Express',
    relay => express().all('/api/ometria', getRequestListener(relay, { overrideGlobalObjects: false })),
  ],
  ['Express with Remix', relay => express().all('/api/ometria', createRequestListener(relay))],
  [
    'a router within Express',
    relay => express().use('/api', express.Router().all('/ometria', createRequestListener(relay))),
  ],
  ["Node's own server", relay => createRequestListener(relay)],
]

async function serve(mount: (relay: Relay) => RequestListener, config: RelayConfig = {}) {
  const mock = createMockOmetria()
  const relay = createOmetriaRelay({
    domainKey: 'acme',
    locationKey: 'eu',
    fetch: mock.fetch,
    ...config,
  })
  const server = createServer(mount(relay)).listen(0, '127.0.0.1')
  onTestFinished(() => {
    server.close()
    server.closeAllConnections()
  })
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo // not a pipe's name, since it listens on a port
  const origin = `http://127.0.0.1:${port}`
  const post = (body: BodyInit, headers: object = {}) =>
    fetch(`${origin}/api/ometria`, {
      method: 'POST',
      headers: { origin, 'content-type': 'application/json', ...headers },
      body,
      ...(body instanceof ReadableStream && { duplex: 'half' }),
    })
  return { mock, origin, post }
}

const event = JSON.stringify({ ...basketAdd, request_id: 'r-1' })

test.each(mounts)('%s: an event goes through, and all three cookies come back', async (_, mount) => {
  const { mock, post } = await serve(mount)
  const response = await post(event)
  expect(response.status).toBe(200)
  expect(await response.json()).toEqual({ request_id: 'r-1' })
  expect(response.headers.getSetCookie()).toHaveLength(3)
  expect(mock.events).toEqual([JSON.parse(event)])
})

test.each(mounts)('%s: the refusals arrive', async (_, mount) => {
  const { mock, origin, post } = await serve(mount, { maxBodyBytes: 1_000, timeoutMs: 200 })
  expect((await fetch(`${origin}/api/ometria`)).status).toBe(405)
  expect((await post(event, { origin: 'https://evil.example' })).status).toBe(403)
  expect((await post('x'.repeat(1_001))).status).toBe(413)
  const unending = new ReadableStream({
    start: controller => controller.enqueue(new TextEncoder().encode('{')),
  })
  expect((await post(unending)).status).toBe(408)
  expect(mock.attempts).toEqual([])
})

test.each(mounts)('%s: a page of an allowed origin gets past its preflight', async (_, mount) => {
  const { mock, origin, post } = await serve(mount, { allowedOrigins: ['https://shop.example'] })
  const fromShop = { origin: 'https://shop.example', 'sec-fetch-site': 'cross-site' }
  const preflight = await fetch(`${origin}/api/ometria`, {
    method: 'OPTIONS',
    headers: { ...fromShop, 'access-control-request-method': 'POST' },
  })
  expect(preflight.status).toBe(204)
  expect(Object.fromEntries(preflight.headers)).toMatchObject({
    'access-control-allow-origin': 'https://shop.example',
    'access-control-allow-methods': 'POST',
    'access-control-allow-headers': 'content-type',
  })
  mock.faults.push({ status: 429, retryAfter: 1 })
  const refused = await post(event, fromShop)
  expect(refused.status).toBe(429)
  expect(refused.headers.get('access-control-allow-origin')).toBe('https://shop.example')
  expect(refused.headers.get('access-control-expose-headers')).toBe('retry-after')
})

/** Bodies as browsers send them, with their length, and as streams, without. */
const bodies: [string, () => BodyInit][] = [
  ['of a declared length', () => event],
  ['of no declared length', () => new Blob([event]).stream()],
]

test.each(bodies)(
  'behind a body parser, a body %s waits in the browser and is told the cure',
  async (_, body) => {
    const { mock, post } = await serve(relay =>
      express().use(express.json()).all('/api/ometria', getRequestListener(relay)),
    )
    const response = await post(body())
    expect(response.status).toBe(500)
    expect(await response.json()).toEqual({
      error: expect.stringMatching(/was read before it came here\. Mount the relay ahead of any body parser/),
    })
    expect(mock.attempts).toEqual([])
  },
)

test('behind a body parser with an adapter that then sends no answer, the console tells the cure once', async () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => {})
  onTestFinished(() => said.mockRestore())
  const { mock, post } = await serve(relay =>
    express().use(express.json()).all('/api/ometria', createRequestListener(relay)),
  )
  const unanswered = [post(event), post(event)].map(posted => posted.catch(() => {}))
  await vi.waitFor(() => expect(said).toHaveBeenCalled())
  expect(said).toHaveBeenCalledExactlyOnceWith(
    expect.stringMatching(/^The Ometria relay: .*Mount the relay ahead of any body parser/),
  )
  expect(mock.attempts).toEqual([])
  void unanswered
})

test('a browser that gives up is no reason to say anything, once a body came through', async () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => {})
  onTestFinished(() => said.mockRestore())
  const requests: Request[] = []
  const { post, origin } = await serve(relay =>
    createRequestListener(request => {
      requests.push(request)
      return relay(request)
    }),
  )
  expect((await post(event)).status).toBe(200)
  const leaving = new AbortController()
  const left = fetch(`${origin}/api/ometria`, {
    method: 'POST',
    headers: { origin, 'content-type': 'application/json' },
    body: new ReadableStream({ start: controller => controller.enqueue(new TextEncoder().encode('{')) }),
    signal: leaving.signal,
    duplex: 'half',
  } as RequestInit) // TypeScript's DOM doesn't know `duplex`
  await vi.waitFor(() => expect(requests).toHaveLength(2))
  leaving.abort()
  await expect(left).rejects.toThrow()
  await vi.waitFor(() => expect(requests[1]?.signal.aborted).toBe(true))
  expect((await post(event)).status).toBe(200)
  expect(said).not.toHaveBeenCalled()
})
