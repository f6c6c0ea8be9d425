import { createServer } from 'node:net'
import orderCancel from 'ometria-mock/fixtures/order-cancel.json' with { type: 'json' }
import { expect, test, vi } from 'vitest'
import { createMockOmetria } from './mock.js'
import { listen } from './node.js'

test('serves a mock on a free port, and says where', async () => {
  const mock = createMockOmetria()
  const server = await listen(mock)
  expect(server.url).toBe(`http://127.0.0.1:${server.port}`)
  const response = await fetch(`${server.url}/api/track`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(orderCancel),
  })
  expect(response.status).toBe(200)
  expect(mock.events).toEqual([orderCancel])
  await server.close()
})

test('takes the next free port where the one asked for is taken', async () => {
  const first = await listen(createMockOmetria())
  const second = await listen(createMockOmetria(), { port: first.port })
  expect(second.port).toBeGreaterThan(first.port)
  expect((await fetch(second.url)).status).toBe(200)
  await Promise.all([first.close(), second.close()])
})

test.each([
  ['0.0.0.0', 'localhost'],
  ['localhost', 'localhost'],
])('listening on %s gives a URL that a browser can open', async (hostname, shown) => {
  const server = await listen(createMockOmetria(), { hostname })
  expect(server.url).toBe(`http://${shown}:${server.port}`)
  expect((await fetch(server.url)).status).toBe(200)
  await server.close()
})

test('rejects where it cannot listen at all', async () => {
  await expect(listen(createMockOmetria(), { hostname: '203.0.113.1' })).rejects.toThrow('EADDRNOTAVAIL')
})

test('close ends hanging requests, open streams and idle connections at once', async () => {
  const mock = createMockOmetria()
  const server = await listen(mock)
  mock.faults.push({ hang: true })
  const hanging = fetch(`${server.url}/api/track`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(orderCancel),
  })
  hanging.catch(() => {})
  const stream = await fetch(`${server.url}/events`)
  const rest = stream.text()
  rest.catch(() => {})
  await vi.waitFor(() => expect(mock.attempts).toHaveLength(1))

  await server.close()
  await expect(hanging).rejects.toThrow('fetch failed')
  await expect(rest).rejects.toThrow('terminated')
  await expect(fetch(server.url)).rejects.toThrow('fetch failed')
})

test('closing twice is as good as once', async () => {
  const server = await listen(createMockOmetria())
  await server.close()
  await server.close()
})

test('leaves the global Request and Response alone', async () => {
  const globals = [Request, Response]
  const server = await listen(createMockOmetria())
  expect([Request, Response]).toEqual(globals)
  await server.close()
})

test('shares no port with a server of another kind', async () => {
  const other = createServer()
  await new Promise<void>(resolve => other.listen(0, '127.0.0.1', resolve))
  const address = other.address()
  const port = typeof address === 'object' ? (address?.port ?? 0) : 0
  const server = await listen(createMockOmetria(), { port })
  expect(server.port).not.toBe(port)
  await server.close()
  other.close()
})
