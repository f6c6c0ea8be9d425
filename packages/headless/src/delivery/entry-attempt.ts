import { deliveryOf } from '../config.js'
import { cure } from '../cure.js'
import { OmetriaError } from '../errors.js'
import { bytesIn, withUser } from '../events/request-body.js'
import { pause } from '../pause.js'
import { attempt, type Failure, type Outcome } from './attempt.js'
import type { Entry } from './entry.js'
import { keepaliveRoom } from './keepalive.js'
import { backoff } from './retry-policy.js'
import type { SenderParts } from './sender.js'
import type { ServerGate } from './server-gate.js'
import type { Visit } from './visit.js'

export type EntryAttempt = ReturnType<typeof createEntryAttempt>

/** Makes one attempt at one entry, and sees to what follows from it. Never throws. */
export function createEntryAttempt(
  { endpoint, config, outbox, visitor, isRelay, report, permitted, announce }: SenderParts,
  gate: ServerGate,
  visit: Visit,
) {
  async function tryEntry(entry: Entry, leaving = false) {
    visit.goOnOrBegin()
    entry.user ??= visitor()
    const body = withUser(entry.body, entry.user)
    const bytes = bytesIn(body)
    // A request with keepalive that is given up keeps its connection: 30 s in Chromium, minutes in WebKit. The shop has six
    // to a host. So none is made where the last request had no answer.
    const mayHang = entry.unanswered || gate.isSilent()
    const keepalive = !mayHang && bytes <= keepaliveRoom(outbox.entries.values())
    // Another tab tracked the event, and may leave. It must not hand over what is under way here.
    if (isRelay() && !entry.caller) outbox.noteSent(entry, Date.now())
    const controller = new AbortController()
    entry.flight = { controller, keepalive: keepalive ? bytes : 0 }
    announce.step(entry.event, { type: 'attempt', attempt: ++entry.attempts })
    const { timeoutMs } = deliveryOf(config)
    const outcome = await attempt(endpoint, { body, keepalive }, timeoutMs, config.fetch, controller)
    // Chromium fails a page's requests before it says `pagehide`, though keepalive goes on: wait for the word.
    if (outcome.as === 'failed' && !leaving) await pause()
    entry.flight = undefined
    // Consent may have been taken back meanwhile, and with it the entry.
    if (outbox.entries.get(entry.key) !== entry) return
    if (permitted()) conclude(entry, outcome)
    else outbox.settle(entry, { as: 'consent' })
  }

  function conclude(entry: Entry, outcome: Outcome) {
    if (outcome.as === 'failed') return failed(entry, outcome)
    gate.answered()
    if (outcome.as === 'delivered') checkEcho(entry.event.request_id, outcome.response)
    outbox.settle(entry, outcome)
  }

  function failed(entry: Entry, { error, answered, retryAfter }: Failure) {
    if (retryAfter !== undefined) {
      // The server's word holds everything up, so nothing overtakes this entry. Said again and again, it is the entry's own.
      gate.askedToWait(retryAfter)
      if (entry.attempts > 1) entry.failures++
    } else {
      entry.failures++
      entry.notBefore = performance.now() + backoff(entry.failures, Math.random())
      gate.failed(entry.key, answered)
    }
    entry.unanswered = !answered
    outbox.takeBack(entry)
    // An answer says that the request did not arrive. Without one, the relay may still say that it did.
    if (answered && entry.sentAt !== undefined) outbox.noteSent(entry, undefined)
    if (error.code === 'account') report(error)
    const ownWaitMs = gate.isDown() ? 0 : entry.notBefore - performance.now()
    announce.step(entry.event, {
      type: 'retry',
      retryAt: Date.now() + Math.max(0, ownWaitMs, gate.shutForMs()),
      error,
    })
  }

  function checkEcho(request_id: string | number, response: unknown) {
    const { request_id: echo = request_id } = Object(response)
    if (typeof response === 'string' || Object(echo) === echo || String(echo) !== String(request_id)) {
      report(
        new OmetriaError('response', `Accepted with an answer that is not Ometria’s.${cure('response')}`),
      )
    }
  }

  return tryEntry
}
