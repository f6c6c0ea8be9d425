import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { createRequestListener } from '@remix-run/node-fetch-server'
import express from 'express'
import { Hono } from 'hono'
import { createMockOmetria } from 'ometria-mock'
import basketAdd from 'ometria-mock/fixtures/basket-add.json' with { type: 'json' }
import { expect, onTestFinished, test } from 'vitest'
import type { RelayConfig } from '../../test/served-relay.js'
import { createOmetriaRelay } from './index.js'

type Relay = (request: Request) => Promise<Response>

const mounts: [string, (relay: Relay) => RequestListener][] = [
  ['Hono on Node', relay => getRequestListener(new Hono().all('/api/ometria', c => relay(c.req.raw)).fetch)],
  ['Express', relay => express().all('/api/ometria', createRequestListener(relay))],
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
    fetch: (url, init) => mock.fetch(new Request(url, init)),
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
