import { type Asked, answered, ask, type Exchange, type Limits, type Stage } from './ask.js'
import { basic, type Credentials, withoutCredentials } from './credentials.js'
import { doorOf, isOpen } from './door.js'
import { requestId, viewEvent, wrongEvent } from './events.js'

export interface Question {
  /** Where events are posted to. */
  endpoint: URL
  /** Whose pages are to post. */
  origin: string
  auth?: Credentials | undefined
  /** Whether to send a view that counts. */
  send: boolean
}

/** What the account said, without the credentials. */
export interface Seen {
  /** The `OPTIONS` that a browser asks first. */
  preflight: Exchange
  /** A wrong event as a page sends it: with an origin, without credentials. Absent where nothing is reached. */
  fromPage?: Exchange
  /** The same from a server: without an origin, with the credentials where there are some. */
  fromServer?: Exchange
  /** A view, and the same one again. */
  view?: Exchange
  viewAgain?: Exchange
  /** The `request_id` of all that was sent. */
  request_id: string
}

const unreached: Stage[] = ['name', 'connection', 'tls']

/** Asks an account, one request after the other: three, and with `send` two more. */
export async function examine(
  { endpoint, origin, auth, send }: Question,
  limits: Limits = { timeoutMs: 10_000 },
): Promise<Seen> {
  const request_id = requestId()
  const put = async (asked: Asked) => withoutCredentials(await ask(endpoint, asked, limits), auth)
  const json = { 'content-type': 'application/json' }
  const page = { ...json, origin }
  const server = auth ? { ...json, authorization: basic(auth) } : json

  const preflight = await put({
    method: 'OPTIONS',
    headers: {
      origin,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'content-type',
    },
  })
  if (!answered(preflight) && unreached.includes(preflight.failedAt)) return { preflight, request_id }

  const wrong = wrongEvent(request_id)
  const fromPage = await put({ method: 'POST', headers: page, body: wrong })
  const fromServer = await put({ method: 'POST', headers: server, body: wrong })
  const seen = { preflight, fromPage, fromServer, request_id }

  const way = wayIn(fromPage, fromServer)
  if (!send || !way) return seen
  const headers = way === 'page' ? page : server
  const view = { method: 'POST' as const, headers, body: viewEvent(request_id, origin) }
  return { ...seen, view: await put(view), viewAgain: await put(view) }
}

/** As what a real event may get in, by the answers to a wrong one. */
function wayIn(fromPage: Exchange, fromServer: Exchange): 'page' | 'server' | undefined {
  if (isOpen(doorOf(fromPage))) return 'page'
  // An account that fails over a wrong event may well take a right one.
  return isOpen(doorOf(fromServer)) || doorOf(fromServer) === 'failing' ? 'server' : undefined
}
