import { deliveryOf } from '../config.js'
import { bytesIn, withUser } from '../events/request-body.js'
import { pause } from '../pause.js'
import { attempt } from './attempt.js'
import { createConclude } from './conclusion.js'
import type { Entry } from './entry.js'
import { noteSent } from './entry-in-storage.js'
import { keepaliveRoom } from './keepalive.js'
import type { SenderParts } from './sender.js'
import type { ServerGate } from './server-gate.js'
import type { Visit } from './visit.js'

export type EntryAttempt = ReturnType<typeof createEntryAttempt>

/** Makes one attempt at one entry, and hands on what the attempt came to. Never throws. */
export function createEntryAttempt(parts: SenderParts, gate: ServerGate, visit: Visit) {
  const { endpoint, config, storage, outbox, visitor, isRelay, permitted, isHere, announce } = parts
  const conclude = createConclude(parts, gate)

  return async function tryEntry(entry: Entry, leaving = false) {
    visit.goOnOrBegin()
    entry.user ??= visitor()
    const body = withUser(entry.body, entry.user)
    const bytes = bytesIn(body)
    // A request with keepalive that is given up keeps its connection: 30 s in Chromium, minutes in WebKit. The shop has six
    // to a host. So none is made where the last request had no answer.
    const mayHang = entry.unanswered || gate.isSilent()
    const keepalive = !mayHang && bytes <= keepaliveRoom(outbox.entries.values())
    // Another tab tracked the event, and may leave. It must not hand over what is under way here.
    if (isRelay() && !entry.caller) noteSent(entry, Date.now(), storage)
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
    // Nobody tells a client that was destroyed of a no in another tab. But then the entry is gone from storage.
    const isErased = !isHere() && !entry.entrusted && storage.get(entry.key) === null
    if (permitted() && !isErased) conclude(entry, outcome)
    else outbox.settle(entry, { as: 'consent' })
  }
}
