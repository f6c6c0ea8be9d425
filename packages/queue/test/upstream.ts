import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'

/** What Ometria does with a hit; unless said otherwise it takes it. */
export interface Behaviour {
  status?: number
  headers?: Record<string, string>
  body?: string
  /** Never answers. */
  hang?: boolean
  /** Tears the connection. */
  reset?: boolean
  /** Waits before it answers, in ms. */
  afterMs?: number
}

export interface Received {
  request_id: string | number
  body: string
  status: number | undefined
  /** When it came, in ms since 1970. */
  at: number
  /** The process of the worker that sent it, where that says so. */
  by: number
  /** How long it was under way, in ms, where that worker says so: on a busy machine, a process waits for its turn. */
  waitedMs: number
}

/** A stand-in for Ometria that dedupes nothing and counts all: a real server on a port of its own. */
export async function upstreamServer() {
  const received: Received[] = []
  const times = new Map<string | number, number>()
  let behave: (request_id: string | number, nth: number) => Behaviour = () => ({})

  const server = createServer(async (request, response) => {
    const body = await textOf(request)
    const { request_id } = JSON.parse(body)
    const nth = (times.get(request_id) ?? 0) + 1
    times.set(request_id, nth)
    const { status = 200, headers = {}, body: text = '{}', hang, reset, afterMs } = behave(request_id, nth)
    const by = Number(request.headers['x-worker'])
    const at = Date.now()
    const waitedMs = at - Number(request.headers['x-sent-at'])
    received.push({ request_id, body, status: hang || reset ? undefined : status, at, by, waitedMs })
    if (afterMs) await new Promise(resolve => setTimeout(resolve, afterMs))
    if (hang) return
    if (reset) return void request.socket.destroy()
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(text)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('expected a port')
  const url = `http://127.0.0.1:${address.port}/`

  return {
    url,
    received,
    /** The account that a worker is given: its requests come here. */
    account: {
      domainKey: 'any',
      locationKey: 'any',
      fetch: (_: unknown, init?: RequestInit) => {
        const headers = { ...init?.headers, 'x-sent-at': String(Date.now()) }
        return fetch(url, { ...init, headers })
      },
    },
    /** How to behave from now on, by the request id and how often it has come. */
    behave(next: typeof behave) {
      behave = next
    },
    /** The request ids that were taken, in order. */
    taken: () => received.filter(({ status }) => status === 200).map(({ request_id }) => request_id),
    /** What came again, though it was taken and its worker could have heard so. */
    again: () => againIn(received).map(({ hit }) => hit.request_id),
    async close() {
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
    },
  }
}

/** Who answers later answers nobody: a worker waits for 10 s, and the answer is under way too. */
const patienceMs = 9_000

/** Each hit that came again after it was taken and its worker could have heard so, with how it came before. */
export function againIn(received: Received[]): { hit: Received; before: Received }[] {
  const taken = new Map<string | number, Received>()
  return received
    .filter(({ status }) => status === 200)
    .flatMap(hit => {
      const before = taken.get(hit.request_id)
      taken.set(hit.request_id, hit)
      return before && !(before.waitedMs > patienceMs) ? [{ hit, before }] : []
    })
}

export type UpstreamServer = Awaited<ReturnType<typeof upstreamServer>>

async function textOf(request: IncomingMessage): Promise<string> {
  let text = ''
  for await (const part of request.setEncoding('utf8')) text += part
  return text
}
