import { Hono } from 'hono'
import { cors } from 'hono/cors'
import type { Hit } from './contract.js'
import { type Fault, takeFault } from './fault.js'
import { live, type Watcher } from './live.js'
import { answer, read, refuse } from './track.js'

export interface MockOmetria {
  /** Answers as Ometria would: usable as a handler on any web-standard server, and in-process. */
  fetch(request: Request, env?: Connection): Promise<Response>
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

export interface Rejected {
  /** The parsed JSON, or the text where it isn't JSON. */
  body: unknown
  issues: string[]
}

export interface Attempt {
  /** When it arrived, in milliseconds since 1970. */
  at: number
  body: unknown
  headers: Record<string, string>
  /** The status that it is answered with, or what happens instead. */
  answer: number | 'hang' | 'drop'
  /** Why the contract refused it, if it did. */
  issues?: string[]
}

/** What `@hono/node-server` passes along: lets a fault tear the connection down. */
export interface Connection {
  incoming?: { socket: { destroy(): unknown } }
}

export function createMockOmetria(): MockOmetria {
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

  async function track(request: Request): Promise<Response> {
    const at = Date.now()
    const { body, refusal } = await read(request)
    const arrived = { at, body, headers: Object.fromEntries(request.headers) }
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
    await pause(outcome === 'hang' ? Infinity : (fault?.delay ?? 0), [waiting.signal, request.signal])
    if (outcome === 'drop') throw dropped()
    return answer(event, status, fault)
  }

  function reset() {
    for (const list of [events, rejected, attempts, faults]) list.length = 0
    waiting.abort(dropped())
    waiting = new AbortController()
    for (const watch of watchers) watch('reset')
  }

  const app = new Hono<{ Bindings: Connection }>()
    .use(
      cors({
        origin: origin => origin,
        credentials: true,
        allowMethods: ['GET', 'POST', 'DELETE'],
        allowHeaders: ['content-type'],
        exposeHeaders: ['retry-after'],
      }),
    )
    .post('/api/track', async c => {
      try {
        return await track(c.req.raw)
      } catch (reason) {
        c.env.incoming?.socket.destroy()
        throw reason
      }
    })
    .all('/api/track', c =>
      c.json({ error: `Events are sent with POST, not ${c.req.method}.` }, 405, { allow: 'POST' }),
    )
    .route('/', live({ attempts, faults, reset }, watchers))
    .notFound(c => c.json({ error: `Nothing is at ${c.req.path}: events are posted to /api/track.` }, 404))
    // An in-process caller meets a dropped connection as it would with a real fetch: as a rejection.
    .onError(error => {
      throw error
    })

  return {
    fetch: async (request, env = {}) => app.fetch(request, env),
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
  const signal = AbortSignal.any(signals)
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason)
    const timer = ms === Infinity ? undefined : setTimeout(resolve, ms)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      reject(signal.reason)
    })
  })
}
