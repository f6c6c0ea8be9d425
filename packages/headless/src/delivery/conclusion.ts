import { cure } from '../cure.js'
import { OmetriaError } from '../errors.js'
import type { Report } from '../report.js'
import type { Failure, Outcome } from './attempt.js'
import type { Entry } from './entry.js'
import { noteSent, takeBack } from './entry-in-storage.js'
import { backoff } from './retry-policy.js'
import type { SenderParts } from './sender.js'
import type { ServerGate } from './server-gate.js'

/** Sees to what follows from an attempt at an entry: the entry is settled, or waits for the next attempt. */
export function createConclude({ outbox, storage, report, announce }: SenderParts, gate: ServerGate) {
  function failed(entry: Entry, { error, retryAfter }: Failure) {
    // The server said something, and so did not take the event.
    const answered = error.code !== 'unreachable'
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
    takeBack(entry, storage)
    // An answer says that the request did not arrive. Without one, the relay may still say that it did.
    if (answered && entry.sentAt !== undefined) noteSent(entry, undefined, storage)
    if (error.code === 'account') report(error)
    const ownWaitMs = gate.isDown() ? 0 : entry.notBefore - performance.now()
    announce.step(entry.event, {
      type: 'retry',
      retryAt: Date.now() + Math.max(0, ownWaitMs, gate.shutForMs()),
      error,
    })
  }

  return (entry: Entry, outcome: Outcome) => {
    if (outcome.as === 'failed') return failed(entry, outcome)
    gate.answered()
    if (outcome.as === 'delivered') checkEcho(entry.event.request_id, outcome.response, report)
    outbox.settle(entry, outcome)
  }
}

/** An endpoint that accepts events with an answer of another kind may be the wrong one. */
function checkEcho(request_id: string | number, response: unknown, report: Report) {
  const { request_id: echo = request_id } = Object(response)
  if (typeof response === 'string' || Object(echo) === echo || String(echo) !== String(request_id))
    report(new OmetriaError('response', `Accepted with an answer that is not Ometria’s.${cure('response')}`))
}
