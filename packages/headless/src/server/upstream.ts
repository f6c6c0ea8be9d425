import { addressOf } from '../config.js'
import { exchange } from '../delivery/exchange.js'
import { retryAfter, verdictOf } from '../delivery/retry-policy.js'
import { OmetriaConfigError, OmetriaError } from '../errors.js'
import { accountFault } from './account-fault.js'
import { createCredentials } from './credentials.js'
import { readText } from './read-text.js'

/** An account, as a server talks to it. */
export interface Upstream {
  /** The account's domain key: the first part of its address at Ometria. */
  domainKey: string
  /** The account's location key. */
  locationKey: string
  /** Basic authentication, for accounts that ask for it. */
  auth?: { key: string; secret: string } | undefined
  /** In place of the global `fetch`. */
  fetch?: typeof fetch | undefined
}

/** What an attempt came to. */
export type UpstreamAnswer =
  | { as: 'delivered'; response: unknown }
  /** This event is refused for good. */
  | { as: 'rejected'; status: number; body: unknown }
  /** The address or the credentials are wrong, or a page of maintenance answers. Until that is mended no event arrives. */
  | { as: 'account'; error: OmetriaError; status: number; retryAfter?: number | undefined }
  /** Without a `status` there was no answer; `retryAfter` in ms, where Ometria named a time. */
  | {
      as: 'retryable'
      error: OmetriaError
      status?: number
      retryAfter?: number | undefined
      timedOut?: boolean
    }

const maxAnswerBytes = 64 * 1024

/**
 * Makes what a relay, the server client and a queue's worker deliver with. One hit is one request: nothing is tried
 * again here. The function that it returns never throws, and no answer of it holds the credentials. It takes a whole hit
 * as JSON, the visitor included, and how long Ometria may take, in ms.
 *
 * @throws OmetriaConfigError where the configuration can't work
 */
export function createUpstream(
  config: Upstream,
): (body: string, timeoutMs: number) => Promise<UpstreamAnswer> {
  const { domainKey, locationKey, auth, fetch: given }: Upstream = Object(config)
  const url = addressOf(domainKey, locationKey)
  const credentials = createCredentials(auth)
  if (given !== undefined && typeof given !== 'function') {
    throw new OmetriaConfigError('fetch: expected a function, or nothing for the global fetch.')
  }
  const headers = { 'content-type': 'application/json', ...credentials.headers }

  return async (body, timeoutMs) => {
    const controller = new AbortController()
    try {
      // A redirect would turn the POST into a GET, whose success says nothing.
      const init = { headers, body, redirect: 'manual' } as const
      const { response, text } = await exchange(given ?? fetch, url, init, timeoutMs, controller, beginning)
      return answerOf(response, text, parse(credentials.hideSecret(text ?? '')))
    } catch (thrown) {
      // The message alone: an error that `fetch` throws may hold the request, and with it the credentials.
      const cause = new Error(credentials.hideSecret(messageOf(thrown)))
      const timedOut = controller.signal.aborted
      const message = `Ometria gave no answer${timedOut ? ` within ${timeoutMs} ms` : ''}.`
      return { as: 'retryable', error: new OmetriaError('unreachable', message, { cause }), timedOut }
    }
  }
}

function answerOf(response: Response, text: string | undefined, body: unknown): UpstreamAnswer {
  const { status, headers } = response
  const wait = retryAfter(headers.get('retry-after'), Date.now())
  switch (verdictOf(response, text)) {
    case 'accepted':
      return { as: 'delivered', response: body }
    case 'rejected':
      return { as: 'rejected', status, body }
    case 'account':
      return { as: 'account', error: accountFault(response), status, retryAfter: wait }
    case 'retryable': {
      const error = new OmetriaError('unavailable', `Ometria answered ${status}.`)
      return { as: 'retryable', error, status, retryAfter: wait }
    }
  }
}

/** The beginning of an answer. Ometria's own answers are short, and the beginning of any other says what it is. */
const beginning = async (response: Response) => (await readText(response, { maxBytes: maxAnswerBytes })).text

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text || null
  }
}

/** The message of an error and of its cause: Node says only in the cause that a connection was refused. */
function messageOf(thrown: unknown): string {
  if (!(thrown instanceof Error)) return 'fetch failed'
  return thrown.cause instanceof Error ? `${thrown.message}: ${thrown.cause.message}` : thrown.message
}
