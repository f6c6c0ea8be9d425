import { Hono } from 'hono'
import { cors } from 'hono/cors'
import type { Hit } from './contract.js'
import { credentialsIssue } from './credentials.js'
import { type Fault, takeFault } from './fault.js'
import { live, type Watcher } from './live.js'
import { toRequest } from './to-request.js'
import { answer, read, refuse, unauthorized } from './track.js'

/** The kind of account that the mock stands for. */
export interface MockOmetriaOptions {
  /** The account wants these Basic credentials: a `POST` without them is answered 401. Default: none wanted. */
  auth?: { key: string; secret: string } | undefined
  /** Whether pages of other origins may post: if not, the endpoint says nothing about CORS. Default: true. */
  cors?: boolean | undefined
}

/** A stand-in for Ometria's endpoint, and what it has seen. */
export interface MockOmetria {
  /**
   * Answers as Ometria would, in-process: fits wherever a `fetch` is expected, and as a handler on any web-standard
   * server. A relative address is the page's.
   */
  fetch: typeof fetch
  /** What was accepted, in order, exactly as it came. */
  readonly events: Hit[]
  /** What the contract refused, and why. */
  readonly rejected: Rejected[]
  /** Every `POST /api/track` that arrived, whatever became of it. */
  readonly attempts: Attempt[]
  /** Push one to have the next event fail. */
  readonly faults: Fault[]
  /** Forgets everything, and ends the requests that still wait for an answer. */
  reset(): void
}

/** An event that the contract refused. */
export interface Rejected {
  /** The parsed JSON, or the text where it isn't JSON. */
  body: unknown
  issues: string[]
}

/** One request to the endpoint. */
export interface Attempt {
  /** When it arrived, in milliseconds since 1970. */
  at: number
  body: unknown
  headers: Record<string, string>
  /** The status that it is answered with, or what happens instead. */
  answer: number | 'hang' | 'drop'
  /** What is wrong with it, if the account or the contract refused it. */
  issues?: string[]
}

const crossOrigin = cors({
  origin: origin => origin,
  credentials: true,
  allowMethods: ['GET', 'POST', 'DELETE'],
  allowHeaders: ['content-type'],
  exposeHeaders: ['retry-after'],
})

/** Makes a stand-in for Ometria's endpoint, as strict as Ometria's reference. */
export function createMockOmetria({ auth, cors: open = true }: MockOmetriaOptions = {}): MockOmetria {
  const events: Hit[] = []
  const rejected: Rejected[] = []
  const attempts: Attempt[] = []
  const faults: Fault[] = []
  const watchers = new Set<Watcher>()
  let waiting = new AbortController()

  function record(attempt: Attempt) {
    attempts.push(attempt)
    for (const watch of watchers) watch('attempt', attempt)
  }

  async function track(request: Request, signal: AbortSignal): Promise<Response> {
    const at = Date.now()
    const { body, refusal } = await read(request)
    const arrived = { at, body, headers: Object.fromEntries(request.headers) }
    const stranger = credentialsIssue(request, auth)
    if (stranger) {
      record({ ...arrived, answer: 401, issues: [stranger] })
      return unauthorized(stranger)
    }
    if (refusal) {
      rejected.push({ body, issues: refusal.issues })
      record({ ...arrived, answer: refusal.status, issues: refusal.issues })
      return refuse(body, refusal)
    }
    const event = body as Hit // the contract just said so
    const fault = takeFault(faults, event)
    const status = fault?.status ?? 200
    const outcome = fault?.hang ? 'hang' : fault?.drop ? 'drop' : status
    if (fault?.accept ?? (outcome === status && status < 300)) events.push(event)
    record({ ...arrived, answer: outcome })
    await pause(outcome === 'hang' ? Infinity : (fault?.delay ?? 0), [waiting.signal, signal])
    if (outcome === 'drop') throw dropped()
    return answer(event, status, fault)
  }

  function reset() {
    for (const list of [events, rejected, attempts, faults]) list.length = 0
    waiting.abort(dropped())
    waiting = new AbortController()
    for (const watch of watchers) watch('reset')
  }

  const app = new Hono<{ Bindings: { signal: AbortSignal } }>()
    // What steers the mock can be reached from any page, whatever kind of account it stands for.
    .use((c, next) => (open || c.req.path !== '/api/track' ? crossOrigin(c, next) : next()))
    .post('/api/track', c => track(c.req.raw, c.env.signal))
    .all('/api/track', c =>
      c.json({ error: `Events are sent with POST, not ${c.req.method}.` }, 405, { allow: 'POST' }),
    )
    .route('/', live({ attempts, faults, reset }, watchers))
    .notFound(c => c.json({ error: `Nothing is at ${c.req.path}: events are posted to /api/track.` }, 404))
    // A dropped connection is to `fetch` a rejection.
    .onError(error => {
      throw error
    })

  return {
    async fetch(input, init) {
      const { request, signal } = toRequest(input, init)
      signal.throwIfAborted()
      return app.fetch(request, { signal })
    },
    events,
    rejected,
    attempts,
    faults,
    reset,
  }
}

function dropped(): TypeError {
  return new TypeError('Failed to fetch: the mock dropped the connection.')
}

/** Waits, unless one of the signals ends it before; then it rejects with that signal's reason. */
function pause(ms: number, signals: AbortSignal[]): Promise<void> {
  if (ms === 0) return Promise.resolve()
  return new Promise((resolve, reject) => {
    const timer = ms === Infinity ? undefined : setTimeout(resolve, ms)
    // One by one: in jsdom they may be of two kinds, which `AbortSignal.any` doesn't take together.
    for (const signal of signals) {
      const end = () => {
        clearTimeout(timer)
        reject(signal.reason)
      }
      if (signal.aborted) end()
      else signal.addEventListener('abort', end, { once: true })
    }
  })
}
