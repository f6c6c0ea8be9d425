import { addressOf } from './config.js'
import { OmetriaConfigError } from './errors.js'
import { readText } from './read-text.js'
import { type Outcome, send } from './transport.js'

/** An account, as a server talks to it. */
export interface UpstreamConfig {
  /** The account's domain key: the first part of its address at Ometria. */
  domainKey: string
  /** The account's location key. */
  locationKey: string
  /** Basic authentication, for accounts that ask for it. */
  auth?: { key: string; secret: string } | undefined
  /** In place of the global `fetch`. */
  fetch?: typeof fetch | undefined
}

/** What an attempt came to, with what only a relay asks for. */
export type Answer = Outcome & {
  /** What Ometria answered, if it did. */
  answered?: number | undefined
  timedOut: boolean
}

const maxAnswerBytes = 64 * 1024

/**
 * Ometria, as a server calls it: one hit, one request, never a throw.
 *
 * @throws OmetriaConfigError where the configuration can't work
 */
export function createUpstream(config: UpstreamConfig): (body: string, timeoutMs: number) => Promise<Answer> {
  const { domainKey, locationKey, auth, fetch: given }: UpstreamConfig = Object(config)
  const url = addressOf(domainKey, locationKey)
  const credentials = auth === undefined ? undefined : encode(auth)
  if (given !== undefined && typeof given !== 'function') {
    throw new OmetriaConfigError('fetch: expected a function, or nothing for the global fetch.')
  }

  /** Whether a text from outside gives our credentials away, as the answers of some debugging servers do. */
  const leaks = (text: string) =>
    auth !== undefined && [auth.secret, credentials ?? ''].some(secret => plain(text).includes(plain(secret)))

  return async (body, timeoutMs) => {
    const controller = new AbortController()
    let answered: number | undefined

    const guarded: typeof fetch = async (...request) => {
      try {
        const response = await Promise.race([(given ?? fetch)(...request), aborted(controller.signal)])
        answered = response.status
        // The status is the answer, so a body that breaks off changes nothing.
        const { text } = await readText(response.body, { maxBytes: maxAnswerBytes, timeoutMs }).catch(() => ({
          text: '',
        }))
        return new Response(text && !leaks(text) ? text : null, response)
      } catch (thrown) {
        // Not as it is: what `fetch` throws may hold the request, and with it the credentials.
        throw new Error(leaks(reason(thrown)) ? 'fetch failed' : reason(thrown))
      }
    }

    const headers: Record<string, string> = credentials ? { authorization: `Basic ${credentials}` } : {}
    // A redirect would turn the POST into a GET, whose success says nothing.
    const outcome = await send(url, { body, headers, redirect: 'manual' }, timeoutMs, guarded, controller)
    return { ...outcome, answered, timedOut: controller.signal.aborted }
  }
}

/** RFC 7617, in UTF-8. */
function encode(auth: NonNullable<UpstreamConfig['auth']>): string {
  const { key, secret } = Object(auth)
  if (typeof key !== 'string' || !key || key.includes(':') || typeof secret !== 'string' || !secret) {
    throw new OmetriaConfigError('auth: expected { key, secret }, both text, the key without a colon.')
  }
  return btoa(String.fromCharCode(...new TextEncoder().encode(`${key}:${secret}`)))
}

/** Without the backslashes that JSON may put in. */
const plain = (text: string) => text.replaceAll('\\', '')

/** A `fetch` that does not heed its signal must not hold up the rest. */
const aborted = (signal: AbortSignal) =>
  new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)))

/** The messages of an error and of its causes: Node says only in the cause that a connection was refused. */
function reason(thrown: unknown): string {
  if (!(thrown instanceof Error)) return 'fetch failed'
  return thrown.cause instanceof Error ? `${thrown.message}: ${reason(thrown.cause)}` : thrown.message
}
