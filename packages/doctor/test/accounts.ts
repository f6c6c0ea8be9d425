import { once } from 'node:events'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createMockOmetria, type Fault, type MockOmetriaOptions } from 'ometria-mock'
import { listen } from 'ometria-mock/node'
import type { Credentials } from '../src/credentials.js'
import type { Setup } from '../src/set-up.js'

/** An account to ask, on a port of this machine. */
export interface Account {
  /** Where its events are posted to. */
  endpoint: string
  /** What it took for an event, where it is a mock. */
  events: unknown[]
  close(): Promise<void>
}

/** The credentials of the accounts that want some. */
export const credentials: Credentials = { key: 'acme-key', secret: 'tip/top"+secret' }

const mocked =
  (options: MockOmetriaOptions = {}, ...faults: Fault[]) =>
  async (): Promise<Account> => {
    const mock = createMockOmetria(options)
    mock.faults.push(...faults)
    const { url, close } = await listen(mock)
    return { endpoint: `${url}/api/track`, events: mock.events, close }
  }

/** What no mock of a tracking endpoint does. */
export const served = (listener: RequestListener) => (): Promise<Account> => open(createServer(listener))

async function open(server: Server): Promise<Account> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo // not a pipe's name, since it listens on a port
  return {
    endpoint: `http://127.0.0.1:${port}/api/track`,
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
  const account = await open(createServer())
  await account.close()
  return { ...account, close: async () => {} }
}

/** Turns away what comes from a page, and takes what comes from a server. */
const serversOnly = served((request, response) => {
  request.resume().on('end', () => response.writeHead(request.headers.origin ? 403 : 400).end('{}'))
})

/** Answers the browser's question, but lets no page read what it says to an event. */
const unreadable = served((request, response) => {
  const asked = request.method === 'OPTIONS'
  const headers = { 'access-control-allow-origin': '*', 'access-control-allow-headers': 'content-type' }
  request.resume().on('end', () => response.writeHead(asked ? 204 : 400, asked ? headers : {}).end())
})

export interface Kind {
  start: () => Promise<Account>
  /** How it is asked: with a real view, with credentials. */
  send?: true
  auth?: Credentials
  /** What follows, and how the doctor ends. */
  setup?: Setup
  exit: number
}

/** Each kind of account that there may be. */
export const accounts = {
  open: { start: mocked(), setup: 'browser', exit: 0 },
  'open, with a real view': { start: mocked(), send: true, setup: 'browser', exit: 0 },
  'without CORS': { start: mocked({ cors: false }), setup: 'relay', exit: 0 },
  'answers that no page can read': { start: unreadable, setup: 'relay', exit: 0 },
  'servers only': { start: serversOnly, setup: 'relay', exit: 0 },
  'credentials wanted': { start: mocked({ auth: credentials }), exit: 1 },
  'right credentials': {
    start: mocked({ auth: credentials }),
    auth: credentials,
    setup: 'relay with auth',
    exit: 0,
  },
  'wrong credentials': {
    start: mocked({ auth: credentials }),
    auth: { ...credentials, secret: 'another' },
    exit: 1,
  },
  'unneeded credentials': {
    start: mocked({ cors: false }),
    auth: credentials,
    setup: 'relay',
    exit: 0,
  },
  'takes everything': { start: lax, setup: 'browser', exit: 0 },
  'without an echo': {
    start: mocked({}, { body: { ok: true }, times: 2 }),
    send: true,
    setup: 'browser',
    exit: 0,
  },
  'refuses a real view': {
    start: mocked({}, { status: 422, body: { error: 'no such action' }, times: 2 }),
    send: true,
    exit: 1,
  },
  slow: { start: mocked({}, { delay: 2_200 }), send: true, setup: 'browser', exit: 0 },
  'a page of HTML': { start: html(200, 'Welcome'), exit: 1 },
  'a page of maintenance': { start: html(503, 'Back soon'), exit: 1 },
  'another address': { start: answering(404, {}, ''), exit: 1 },
  'a redirect': { start: answering(302, { location: 'https://www.ometria.com/' }, ''), exit: 1 },
  'too busy': { start: answering(429, { 'retry-after': '30' }, ''), exit: 1 },
  'nobody there': { start: nobody, exit: 3 },
} satisfies Record<string, Kind>
