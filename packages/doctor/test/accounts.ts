import { once } from 'node:events'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createMockOmetria, type Fault, type MockOmetriaOptions } from 'ometria-mock'
import { listen } from 'ometria-mock/node'

/** An account to ask, on a port of this machine. */
export interface Account {
  /** Where its events are posted to. */
  endpoint: string
  /** What it took for an event, where it is a mock. */
  events: unknown[]
  close(): Promise<void>
}

/** The credentials of the accounts that want some. */
export const credentials = { key: 'acme-key', secret: 'tip/top"+secret' }

const mocked =
  (options: MockOmetriaOptions = {}, ...faults: Fault[]) =>
  async (): Promise<Account> => {
    const mock = createMockOmetria(options)
    mock.faults.push(...faults)
    const { url, close } = await listen(mock)
    return { endpoint: `${url}/api/track`, events: mock.events, close }
  }

/** Anything on this machine that speaks HTTP, for what no mock of a tracking endpoint does. */
export const served = (listener: RequestListener) => (): Promise<Account> =>
  open(createServer(listener), 'http')

export async function open(server: Server, protocol: 'http' | 'https'): Promise<Account> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo // not a pipe's name, since it listens on a port
  return {
    endpoint: `${protocol}://localhost:${port}/api/track`,
    events: [],
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

const answering = (status: number, headers: Record<string, string>, body: string) =>
  served((_, response) => response.writeHead(status, headers).end(body))

const html = (status: number, title: string) =>
  answering(status, { 'content-type': 'text/html; charset=utf-8' }, `<!doctype html><title>${title}</title>`)

/** Takes whatever comes, and looks at nothing. */
const lax = served((request, response) => {
  response.setHeader('access-control-allow-origin', '*').setHeader('access-control-allow-headers', '*')
  let text = ''
  request.on('data', chunk => {
    text += chunk
  })
  request.on('end', () => response.end(text && JSON.stringify({ request_id: JSON.parse(text).request_id })))
})

/** A port that was free a moment ago. */
async function nobody(): Promise<Account> {
  const account = await open(createServer(), 'http')
  await account.close()
  return { ...account, close: async () => {} }
}

/** Each kind of account that there may be, how it is asked beside its address, and how the doctor ends. */
export const accounts = {
  open: { start: mocked(), args: [], exit: 0 },
  'open, with a real view': { start: mocked(), args: ['--send'], exit: 0 },
  'no CORS': { start: mocked({ cors: false }), args: [], exit: 0 },
  'credentials wanted': { start: mocked({ auth: credentials }), args: [], exit: 1 },
  'credentials wanted, and right': {
    start: mocked({ auth: credentials }),
    args: keyed(credentials.secret),
    exit: 0,
  },
  'credentials wanted, and wrong': { start: mocked({ auth: credentials }), args: keyed('another'), exit: 1 },
  'takes everything': { start: lax, args: [], exit: 0 },
  'no echo': { start: mocked({}, { body: { ok: true }, times: 2 }), args: ['--send'], exit: 0 },
  'refuses a real view': {
    start: mocked({}, { status: 422, body: { error: 'no such action' }, times: 2 }),
    args: ['--send'],
    exit: 1,
  },
  slow: { start: mocked({}, { delay: 2_200 }), args: ['--send'], exit: 0 },
  'a page of HTML': { start: html(200, 'Welcome'), args: [], exit: 1 },
  'a page of maintenance': { start: html(503, 'Back soon'), args: [], exit: 1 },
  'another address': { start: answering(404, {}, ''), args: [], exit: 1 },
  'a redirect': { start: answering(302, { location: 'https://www.ometria.com/' }, ''), args: [], exit: 1 },
  'too busy': { start: answering(429, { 'retry-after': '30' }, ''), args: [], exit: 1 },
  'nobody there': { start: nobody, args: [], exit: 3 },
} satisfies Record<string, { start: () => Promise<Account>; args: string[]; exit: number }>

function keyed(secret: string) {
  return ['--key', credentials.key, '--secret', secret]
}
