import { once } from 'node:events'
import { createServer as createHttpServer, type RequestListener } from 'node:http'
import { type AddressInfo, createServer, type LookupFunction, type Server, type Socket } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { ask } from './ask.js'
import { unreachable } from './unreachable.js'

const post = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' } as const

async function port(server: Server): Promise<number> {
  const sockets = new Set<Socket>()
  server.on('connection', socket => sockets.add(socket)).listen(0, '127.0.0.1')
  onTestFinished(() => {
    server.close()
    for (const socket of sockets) socket.destroy()
  })
  await once(server, 'listening')
  return (server.address() as AddressInfo).port // not a pipe's name, since it listens on a port
}

const overTcp = (serve: (socket: Socket) => void) => port(createServer(serve))
const overHttp = (listener: RequestListener) => port(createHttpServer(listener))

const failing =
  (code: string): LookupFunction =>
  (_, __, done) =>
    done(Object.assign(new Error(code), { code }), '')

test.each<[string, LookupFunction, string]>([
  ['is not known', failing('ENOTFOUND'), 'There is no such host name (ENOTFOUND). Are both keys right?'],
  [
    'can not be looked up now',
    failing('EAI_AGAIN'),
    "The host's name could not be looked up (EAI_AGAIN). Is",
  ],
  ['is being looked up for ever', () => {}, 'No name server answered within '],
])('tells that the name %s', async (_, lookup, said) => {
  const exchange = await ask(new URL('https://acme.store-eu.test/'), post, { timeoutMs: 200, lookup })
  expect(exchange).toMatchObject({ failedAt: 'name' })
  expect('failedAt' in exchange && unreachable(exchange)).toContain(said)
})

test.each<[string, 'http' | 'https', (socket: Socket) => void, string, string]>([
  ['a handshake without an end', 'https', () => {}, 'tls', 'The TLS handshake did not end within '],
  [
    'a host that speaks no TLS',
    'https',
    socket => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'),
    'tls',
    'What answered does not speak TLS (',
  ],
  ['no answer', 'http', () => {}, 'answer', 'The connection stands, but there was no answer within '],
  [
    'a connection that breaks',
    'http',
    socket => socket.on('data', () => socket.destroy()),
    'answer',
    'The connection broke before there was an answer (ECONNRESET)',
  ],
  [
    'a host that speaks no HTTP',
    'http',
    socket => socket.end('220 mail.example\r\n'),
    'answer',
    'What answered does not speak HTTP (HPE_',
  ],
])('tells %s apart', async (_, protocol, serve, failedAt, said) => {
  const url = new URL(`${protocol}://127.0.0.1:${await overTcp(serve)}/`)
  const exchange = await ask(url, post, { timeoutMs: 300 })
  expect(exchange).toMatchObject({ failedAt })
  expect('failedAt' in exchange && unreachable(exchange)).toContain(said)
})

test.each<[string, RequestListener]>([
  ['ends never', (_, response) => void response.writeHead(418).write('a teapot')],
  ['breaks off', (_, response) => void response.writeHead(418).write('a teapot', () => response.destroy())],
])('the status is the answer where the body %s', async (_, listener) => {
  const url = new URL(`http://127.0.0.1:${await overHttp(listener)}/`)
  expect(await ask(url, post, { timeoutMs: 300 })).toMatchObject({ status: 418, text: 'a teapot' })
})

test('reads no more than the beginning of a long body', async () => {
  const url = new URL(
    `http://127.0.0.1:${await overHttp((_, response) => response.end('x'.repeat(10_000_000)))}/`,
  )
  const exchange = await ask(url, post, { timeoutMs: 5_000 })
  expect('text' in exchange && exchange.text.length).toBeLessThan(200_000)
})

test('posts what was asked, on a connection of its own, and follows no redirect', async () => {
  const asked: unknown[] = []
  const listening = await overHttp(async (request, response) => {
    const { method, url, headers } = request
    asked.push([method, url, headers['content-type'], headers['content-length'], headers.connection])
    response.writeHead(302, { location: '/elsewhere' }).end()
  })
  const exchange = await ask(new URL(`http://127.0.0.1:${listening}/api/track`), post, { timeoutMs: 5_000 })
  expect(exchange).toMatchObject({ status: 302, address: '127.0.0.1' })
  expect(asked).toEqual([['POST', '/api/track', 'application/json', '2', 'close']])
})
