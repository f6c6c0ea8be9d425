import type { Step } from '../activity.js'
import { deliveryOf, type OmetriaConfig } from '../config.js'
import { OmetriaError } from '../errors.js'
import { bytesIn, withUser } from '../events/request-body.js'
import { pause } from '../pause.js'
import type { Report } from '../report.js'
import type { Identity } from '../visitor/identity.js'
import { type Outcome, send } from './attempt.js'
import type { Entry, Outbox } from './outbox.js'
import { createHold } from './retry-after.js'
import { backoff, longestTimer } from './retry-policy.js'
import { deliveredUnheard, type Settlement } from './settlement.js'
import { ourKeys, type Storage } from './storage.js'
import { createLock, settleMs } from './tab-lock.js'

/** All keepalive bodies in flight share 64 KiB (Fetch standard); the difference is left to the rest of the page. */
const keepaliveBytes = 60 * 1024

/** An event's failure is its own. After so many in a row it is the server's, and everything waits. */
const failuresInARow = 5

/** How often to look for the relay's word of what an earlier page had under way. */
const ackMs = 500

/** Waits within a page go by the clock that nobody can set. */
const now = () => performance.now()

/** Who sends, and when: one tab at a time, oldest first, one request after the other. */
export function createDelivery(
  endpoint: string,
  config: OmetriaConfig,
  storage: Storage,
  outbox: Outbox,
  identity: Identity,
  report: Report,
  /** Asked before every attempt. */
  permitted: () => boolean,
  emit: (event: Entry['event'], step: Step) => void,
) {
  const { entries } = outbox
  const lock = createLock(`${ourKeys}lock|${endpoint}`, storage, permitted)
  const hold = createHold(`${ourKeys}hold|${endpoint}`, storage)
  let listening: AbortController | undefined
  let stopped = false
  let running: Promise<void> | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let turn: ReturnType<typeof setTimeout> | undefined
  let failures = 0
  let answered = false
  let pausedUntil = 0
  let stale = true
  let insisting = false
  let woken = false
  let visitorActive = false
  let settledAt = 0

  /** How long everything has to wait, in ms: at the server's word, for all tabs and over reloads, or because it seems down. */
  const closedFor = () => Math.max(hold.until(), insisting ? 0 : pausedUntil) - now()

  /** A relay's cookies can be read here. */
  const isRelay = () => new URL(endpoint, document.baseURI).origin === origin

  const keepaliveRoom = () =>
    [...entries.values()].reduce((room, { flight }) => room - (flight?.keepalive ?? 0), keepaliveBytes)

  /** What may be tried, oldest first: of an order's events only the first that waits. */
  function* candidates() {
    const orders = new Set<unknown>()
    for (const entry of entries.values()) {
      const { scope, data } = entry.event
      const order = scope === 'order' && data.order_id
      if (orders.has(order)) continue
      if (!entry.flight) yield entry
      if (order && entries.has(entry.key)) orders.add(order)
    }
  }

  /** Whether or not anything can be sent now. */
  function prolongVisit() {
    if (visitorActive && listening && permitted()) identity.renew()
    visitorActive = false
  }

  async function sendAllDue() {
    // It may have been taken back while another tab was at work.
    if (!permitted()) return
    storage.persist()
    if (stale) await outbox.load()
    stale = false
    for (let progress = true; progress; ) {
      progress = false
      // Events that come in meanwhile join the end of the list, and of this loop.
      for (const entry of candidates()) {
        if (entry.notBefore > now()) continue
        if (!listening || !permitted() || closedFor() > 0) return
        prolongVisit()
        if (!outbox.holds(entry)) continue
        const { timeoutMs, maxAgeMs } = deliveryOf(config)
        const { at, sentAt = 0, event } = entry
        const told = !entry.caller && isRelay() && identity.isAcknowledged(event.request_id)
        if (!told && !entry.caller && Math.abs(Date.now() - sentAt) < timeoutMs) {
          // The last page's request may still be on its way, and its answer may still come, as a cookie.
          entry.notBefore = now() + ackMs
          continue
        }
        progress = true
        if (told) settle(entry, deliveredUnheard)
        else if (Date.now() - at > maxAgeMs) settle(entry, { as: 'expired' })
        else await attempt(entry)
      }
    }
  }

  /** Other tabs have their turn once storage shows them this. */
  function settle(entry: Entry, settlement: Settlement) {
    settledAt = now()
    outbox.settle(entry, settlement)
  }

  async function attempt(entry: Entry) {
    const { event, key } = entry
    entry.user ??= identity.known() ?? identity.renew()
    const body = withUser(entry.body, entry.user)
    const bytes = bytesIn(body)
    const keepalive = bytes <= keepaliveRoom()
    const controller = new AbortController()
    entry.flight = { controller, keepalive: keepalive ? bytes : 0 }
    emit(event, { type: 'attempt', attempt: ++entry.attempts })
    const { timeoutMs } = deliveryOf(config)
    const outcome = await send(endpoint, { body, keepalive }, timeoutMs, config.fetch, controller)
    // Chromium fails a page's requests before it says `pagehide`, though keepalive goes on: wait for the word.
    if (outcome.as === 'retryable') await pause()
    entry.flight = undefined
    // Unless consent was taken back meanwhile.
    if (entries.get(key) === entry) conclude(entry, outcome)
  }

  function conclude(entry: Entry, outcome: Outcome) {
    const { event, attempts } = entry
    if (outcome.as !== 'retryable') {
      failures = 0
      answered = true
      if (outcome.as === 'delivered') checkEcho(event.request_id, outcome.response)
      return settle(entry, outcome)
    }
    const { error, retryAfter } = outcome
    const wait = retryAfter ?? backoff(attempts, Math.random())
    failures++
    // The server's word holds everything up, and so nothing overtakes this one.
    if (retryAfter !== undefined) hold.begin(retryAfter)
    else {
      entry.notBefore = now() + wait
      if (error.code === 'unreachable' || failures >= failuresInARow) {
        pausedUntil = now() + backoff(failures, Math.random())
      }
    }
    outbox.entrust(entry, false)
    emit(event, { type: 'retry', retryAt: Date.now() + Math.max(wait, closedFor()), error })
  }

  function checkEcho(request_id: string | number, response: unknown) {
    const { request_id: echo = request_id } = Object(response)
    if (typeof response === 'string' || Object(echo) === echo || String(echo) !== String(request_id)) {
      report(
        new OmetriaError('response', 'Accepted with an answer that is not Ometria’s. Is the endpoint right?'),
      )
    }
  }

  /** Sends what may be sent. Resolves when all of it was tried. */
  function drain(): Promise<void> {
    plan()
    clearTimeout(turn)
    running ??= sendInTurn().finally(() => {
      running = undefined
      planNext()
    })
    return running
  }

  async function sendInTurn() {
    // The caller's own task comes first: a click, a render, a page that loads.
    await pause()
    // A new visit begins in turn, lest tabs that open at once each begin their own.
    if (visitorActive && permitted() && identity.prolong()) visitorActive = false
    // Whoever wakes us in the moment when the last turn ends gets another.
    do {
      woken = false
      if (!listening || entries.size === 0 || closedFor() > 0) return
      // Where locks are refused (a sandboxed frame), storage is too, and no other tab can see what waits here.
      await lock.take().catch(() => {})
      await sendAllDue()
    } while (woken)
  }

  /** How long until the next event is due, in ms: none or less where one is, without end where nothing waits. */
  function dueIn() {
    const wait = Math.min(...Array.from(candidates(), ({ notBefore }) => notBefore - now()))
    return wait < Infinity ? Math.max(wait, closedFor()) : wait
  }

  /** Comes back when the next event is due; where consent is missing, its coming brings us back. */
  function planNext() {
    if (!listening || !permitted()) return lock.release()
    const wait = dueIn()
    // A look too early does no harm.
    if (wait < Infinity) plan(Math.min(wait, longestTimer))
    // Until storage shows in other tabs what was done here, it is not their turn.
    turn = setTimeout(endTurn, settledAt + settleMs - now())
  }

  /** Gives other tabs their turn, but sends first what they have added: one of them may be gone by now. */
  function endTurn() {
    if (permitted() && dueIn() <= 0) void drain()
    else lock.release()
  }

  function plan(wait?: number) {
    clearTimeout(timer)
    timer = wait === undefined ? wait : setTimeout(drain, wait)
  }

  /** What failed for reasons that may be over now is tried again at once. */
  function wake() {
    pausedUntil = 0
    woken = true
    for (const entry of entries.values()) entry.notBefore = 0
    return drain()
  }

  /** The page goes away: what was not tried yet goes out at once, as far as keepalive reaches. */
  function handOver() {
    prolongVisit()
    // A server in trouble is left to the next page; and where another tab is at work, it has these on its list.
    if (failures > 0 || lock.waiting() || !permitted() || closedFor() > 0) return
    for (const entry of candidates()) {
      const untried = entry.caller && !entry.attempts
      if (untried && bytesIn(entry.stored) <= keepaliveRoom() && outbox.holds(entry)) void attempt(entry)
    }
    // What was given to keepalive on a network that has just answered is taken as sent. An order never is: better twice
    // than not at all.
    for (const entry of entries.values()) {
      if (!entry.flight?.keepalive) continue
      const { scope } = entry.event
      if (scope === 'order' && isRelay()) outbox.noteSent(entry)
      if (scope !== 'order' && answered && navigator.onLine) outbox.entrust(entry, true)
    }
  }

  function leave() {
    handOver()
    letOthers()
  }

  /** Where nothing is under way, other tabs need not wait. */
  function letOthers() {
    clearTimeout(turn)
    if (!running) lock.release()
  }

  const heard = ({ key, newValue }: StorageEvent) => (key ? outbox.notice(key, newValue) : outbox.load())

  /** Listens for whatever may make a difference to what waits. */
  function listen() {
    if (listening) return
    listening = new AbortController()
    stale = true // nobody told what other tabs did meanwhile
    const whileListening = { signal: listening.signal }
    addEventListener('online', wake, whileListening)
    addEventListener('pagehide', leave, whileListening)
    addEventListener('pageshow', ({ persisted }) => persisted && resume(), whileListening)
    addEventListener('storage', heard, whileListening)
    document.addEventListener(
      'visibilitychange',
      () => document.visibilityState === 'visible' && wake(),
      whileListening,
    )
  }

  /** Sends what earlier pages and other tabs left. */
  async function resume() {
    stopped = false
    await outbox.load()
    if (stopped || entries.size === 0) return
    listen()
    await wake()
  }

  return {
    resume,
    /** An event was added. */
    added() {
      listen()
      visitorActive = true
      void drain()
    },
    /** Tries now whatever no `Retry-After` forbids. */
    async flush() {
      insisting = true
      await resume()
      insisting = false
    },
    /** Lets go of listeners and timers. What is in flight finishes; what waits stays in storage. */
    stop() {
      stopped = true
      listening?.abort()
      listening = undefined
      plan()
      letOthers()
    },
  }
}
