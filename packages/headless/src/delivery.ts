import type { Step } from './activity.js'
import { deliveryOf, type OmetriaConfig } from './config.js'
import { OmetriaError } from './errors.js'
import { bytesIn, withUser } from './hit.js'
import type { Identity } from './identity.js'
import { createLock } from './lock.js'
import type { Entry, Outbox } from './outbox.js'
import type { Report } from './report.js'
import { backoff, remaining } from './retry.js'
import { ourKeys, type Storage } from './storage.js'
import { type Outcome, send } from './transport.js'

/** All keepalive bodies in flight share 64 KiB (Fetch standard); the difference is left to the rest of the page. */
const keepaliveBytes = 60 * 1024

/** An event's failure is its own. After so many in a row it is the server's, and everything waits. */
const failuresInARow = 3

/** Waits within a page go by the clock that nobody can set. */
const now = () => performance.now()

interface Rooms {
  endpoint: string
  config: OmetriaConfig
  storage: Storage
  outbox: Outbox
  identity: Identity
  report: Report
  /** Asked before every attempt. */
  permitted: () => boolean
  emit: (entry: Entry, step: Step) => void
}

/** Who sends, and when: one tab at a time, oldest first, one request after the other. */
export function createDelivery({
  endpoint,
  config,
  storage,
  outbox,
  identity,
  report,
  permitted,
  emit,
}: Rooms) {
  const lock = createLock(`${ourKeys}lock|${endpoint}`, storage)
  const holdKey = `${ourKeys}hold|${endpoint}`
  const flights = new Map<Entry, { controller: AbortController; keepalive: number }>()
  let listeners: AbortController | undefined
  let running: Promise<void> | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let failures = 0
  let pausedUntil = 0
  let insisting = false
  let visitorActive = false
  let soon = false

  /** How long everything has to wait, in ms: at the server's word, or because it seems to be down. */
  function closedFor(): number {
    return Math.max(held(), insisting ? 0 : pausedUntil - now())
  }

  /** What is left of the last `Retry-After`, which counts for all tabs and over reloads. */
  function held(): number {
    const [at, until] = (storage.get(holdKey) ?? '').split(' ').map(Number)
    return at && until ? remaining({ at, until }, Date.now()) : 0
  }

  /** What may be tried, oldest first: of an order's events only the first that waits. */
  function* candidates() {
    const orders = new Set<string>()
    for (const entry of outbox.entries.values()) {
      const order = entry.event.scope === 'order' ? entry.event.data.order_id : undefined
      if (order !== undefined && orders.has(order)) continue
      if (!entry.sending) yield entry
      if (order !== undefined && outbox.entries.has(entry.key)) orders.add(order)
    }
  }

  async function sendAllDue() {
    storage.persist()
    if (visitorActive) identity.renew()
    visitorActive = false
    for (let progress = true; progress; ) {
      progress = false
      // Events that come in meanwhile join the end of the list, and of this loop.
      for (const entry of candidates()) {
        if (!listeners || !permitted() || closedFor() > 0) return
        if (entry.notBefore > now() || !outbox.holds(entry)) continue
        progress = true
        if (Date.now() - entry.at > deliveryOf(config).maxAgeMs) outbox.settle(entry, { as: 'expired' })
        else await attempt(entry)
      }
    }
  }

  async function attempt(entry: Entry) {
    entry.user ??= identity.renew()
    const body = withUser(entry.body, entry.user)
    const bytes = bytesIn(body)
    const controller = new AbortController()
    const keepalive = bytes <= keepaliveRoom()
    flights.set(entry, { controller, keepalive: keepalive ? bytes : 0 })
    entry.sending = true
    entry.attempts++
    emit(entry, { type: 'attempt', attempt: entry.attempts })
    const outcome = await send({
      fetch: config.fetch,
      url: endpoint,
      body,
      keepalive,
      controller,
      timeoutMs: deliveryOf(config).timeoutMs,
    })
    flights.delete(entry)
    entry.sending = false
    if (outbox.entries.get(entry.key) === entry) conclude(entry, outcome)
  }

  function conclude(entry: Entry, outcome: Outcome) {
    const { event } = entry
    if (outcome.type === 'accepted') {
      failures = 0
      checkEcho(event.request_id, outcome.response)
      outbox.settle(entry, { as: 'delivered', response: outcome.response })
    } else if (outcome.type === 'rejected') {
      failures = 0
      const { status, body } = outcome.error
      outbox.settle(entry, { as: 'rejected', status, body })
    } else {
      failures++
      const { error, retryAfter } = outcome
      const wait = retryAfter ?? backoff(entry.attempts, Math.random())
      entry.notBefore = now() + wait
      if (retryAfter !== undefined) {
        const at = Date.now()
        storage.set(holdKey, `${at} ${at + retryAfter}`)
      } else if (error.code === 'unreachable' || failures >= failuresInARow) {
        pausedUntil = now() + backoff(failures, Math.random())
      }
      outbox.takeBack(entry)
      emit(entry, { type: 'retry', retryAt: Date.now() + Math.max(wait, closedFor()), error })
    }
  }

  function checkEcho(request_id: string | number, response: unknown) {
    const echo: unknown = Object(response).request_id
    if (
      response === null ||
      (typeof response === 'object' && (echo === undefined || `${echo}` === `${request_id}`))
    )
      return
    report(
      new OmetriaError(
        'response',
        'The event was accepted with an answer that Ometria does not give: does the endpoint lead there?',
      ),
    )
  }

  const keepaliveRoom = () =>
    [...flights.values()].reduce((room, { keepalive }) => room - keepalive, keepaliveBytes)

  /** Sends what may be sent. Resolves when all of it was tried. */
  function drain(): Promise<void> {
    clearTimeout(timer)
    timer = undefined
    soon = false
    running ??= sendInTurn().finally(() => {
      running = undefined
      schedule()
    })
    return running
  }

  async function sendInTurn() {
    if (outbox.entries.size === 0 || closedFor() > 0) return
    // Where locks are refused (a sandboxed frame), storage is too, and no other tab can see what waits here.
    await lock.hold(sendAllDue).catch(sendAllDue)
  }

  /** Comes back when the next event is due. */
  function schedule() {
    if (!listeners || running || timer) return
    const due = [...candidates()].map(({ notBefore }) => notBefore - now())
    if (due.length === 0) return
    const wait = Math.max(Math.min(...due), closedFor(), 0)
    // A timer holds no more than 2^31 - 1 ms; an earlier look does no harm.
    timer = setTimeout(drain, Math.min(wait, 2 ** 31 - 1))
  }

  /** What failed for reasons that may be over now is tried again at once. */
  function wake() {
    pausedUntil = 0
    for (const entry of outbox.entries.values()) entry.notBefore = 0
    return drain()
  }

  /** The page goes away: what was not tried yet goes out at once, as far as keepalive reaches. */
  function handOver() {
    // Another tab is at work and has these events on its list.
    if (lock.waiting || !permitted() || closedFor() > 0) return
    for (const entry of candidates()) {
      const untried = entry.caller && entry.attempts === 0
      if (untried && bytesIn(entry.stored) <= keepaliveRoom() && outbox.holds(entry)) void attempt(entry)
    }
    // What was given to keepalive on a live network is taken as sent. An order is not: better twice than never.
    if (!navigator.onLine || failures > 0) return
    for (const [entry, { keepalive }] of flights) {
      if (keepalive && entry.event.scope !== 'order') outbox.entrust(entry)
    }
  }

  /** Listens for whatever may make a difference to what waits. */
  function listen() {
    if (listeners) return
    listeners = new AbortController()
    const { signal } = listeners
    addEventListener('online', wake, { signal })
    addEventListener('pagehide', handOver, { signal })
    addEventListener('pageshow', ({ persisted }) => persisted && resume(), { signal })
    addEventListener('storage', ({ key, newValue }) => (key ? outbox.notice(key, newValue) : outbox.load()), {
      signal,
    })
    document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && wake(), {
      signal,
    })
  }

  /** Sends what earlier pages and other tabs left. */
  function resume() {
    outbox.load()
    if (outbox.entries.size === 0) return undefined
    listen()
    return wake()
  }

  return {
    resume,
    /** An event was added: it goes out when the caller's own task is done. */
    added() {
      listen()
      visitorActive = true
      if (running || soon) return
      soon = true
      clearTimeout(timer)
      timer = setTimeout(drain)
    },
    /** Tries now whatever no `Retry-After` forbids. */
    async flush() {
      insisting = true
      await resume()
      insisting = false
    },
    /** Lets go of listeners and timers. What is in flight finishes; what waits stays in storage. */
    stop() {
      listeners?.abort()
      listeners = undefined
      clearTimeout(timer)
      timer = undefined
      soon = false
    },
    /** Ends what is in flight. */
    abort() {
      for (const { controller } of flights.values()) controller.abort()
    },
  }
}
