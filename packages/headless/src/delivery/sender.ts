import type { Step } from '../activity.js'
import type { OmetriaConfig } from '../config.js'
import type { User } from '../events/events.js'
import type { Report } from '../report.js'
import type { Identity } from '../visitor/identity.js'
import { createDrain } from './drain.js'
import type { Entry } from './entry.js'
import { createEntryAttempt } from './entry-attempt.js'
import { createLeaving } from './leaving.js'
import type { Outbox } from './outbox.js'
import type { OutboxSync } from './outbox-sync.js'
import { createServerGate } from './server-gate.js'
import { ourKeys, type Storage } from './storage.js'
import { createTabLock } from './tab-lock.js'
import { createTurn } from './turn.js'
import { createVisit } from './visit.js'

export interface SenderParts {
  endpoint: string
  config: OmetriaConfig
  storage: Storage
  outbox: Outbox
  sync: OutboxSync
  identity: Identity
  /** The visitor, as the shop or our cookies name one, or a new one. */
  visitor: () => User
  report: Report
  /** Whether consent is there, asked now. */
  permitted: () => boolean
  step: (event: Entry['event'], step: Step) => void
}

/** Who sends: this tab, when its turn comes. Here the parts are wired to each other and to what the browser tells. */
export function createSender(parts: SenderParts) {
  const { endpoint, storage, outbox, sync, identity, permitted } = parts
  const gate = createServerGate(endpoint, storage)
  const lock = createTabLock(`${ourKeys}lock|${endpoint}`, storage, permitted)
  const visit = createVisit(identity, outbox)
  let listening: AbortController | undefined
  let isStale = true

  const isRelay = () => new URL(endpoint, document.baseURI).origin === origin
  const maySend = () => listening !== undefined && permitted()
  const mayGoOn = () => maySend() && gate.shutForMs() <= 0
  const settled = () => turn.wrote()

  const tryEntry = createEntryAttempt({ ...parts, gate, isRelay, settled })
  const { drain, dueInMs } = createDrain({ ...parts, gate, visit, isRelay, mayGoOn, tryEntry, settled })
  const leaving = createLeaving({ ...parts, gate, isRelay, tryEntry })
  const turn = createTurn(lock, {
    prepare: () => maySend() && visit.goOn(),
    mayBegin: () => mayGoOn() && outbox.entries.size > 0,
    send,
    dueInMs: () => (maySend() ? dueInMs() : undefined),
  })

  async function send() {
    // Much may have happened while another tab was sending.
    if (!maySend()) return
    storage.persist()
    if (isStale) await sync.load()
    isStale = false
    await drain()
  }

  /** The reason for failures may be gone: everything may be tried once, as far as the server answers. */
  function wake() {
    gate.letOneThrough()
    for (const entry of outbox.entries.values()) entry.notBefore = 0
    return turn.beginOnceMore()
  }

  function leave() {
    if (maySend()) {
      visit.goOnOrBegin()
      // A tab that is sending has this tab's events on its list too.
      if (!lock.isElsewhere()) leaving.handOver()
      leaving.noteFlights()
    }
    turn.letOthers()
  }

  function listen() {
    if (listening) return
    listening = new AbortController()
    isStale = true // nobody told what other tabs did meanwhile
    const { signal } = listening
    addEventListener('online', wake, { signal })
    addEventListener('pagehide', leave, { signal })
    addEventListener('pageshow', ({ persisted }) => persisted && sendWhatIsLeft(wake), { signal })
    document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && wake(), {
      signal,
    })
    sync.listen(signal)
    lock.listen(signal)
  }

  let isWanted = false

  /** Sends what earlier pages and other tabs left, too. */
  async function sendWhatIsLeft(begin: () => Promise<void>) {
    isWanted = true
    await sync.load()
    if (!isWanted || outbox.entries.size === 0) return
    listen()
    await begin()
  }

  return {
    /** Begins to send what earlier pages and other tabs left. */
    start: () => sendWhatIsLeft(turn.begin),
    /** Tries now whatever no `Retry-After` forbids. Resolves when all that may be tried was tried. */
    flush: () => sendWhatIsLeft(wake),
    /** An event was added. `isOurs`: the visitor is named by our own cookies. */
    added(entry: Entry, isOurs: boolean) {
      listen()
      if (isOurs) visit.tracked(entry)
      void turn.begin()
    },
    /** Lets go of listeners and timers. What is in flight finishes; what waits stays in storage. */
    stop() {
      isWanted = false
      listening?.abort()
      listening = undefined
      turn.stop()
    },
  }
}
