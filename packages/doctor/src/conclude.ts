import { answered, type Exchange } from './ask.js'
import { closed } from './closed.js'
import { originFault, preflightFault } from './cors.js'
import { doorOf, isOpen } from './door.js'
import type { Seen } from './examine.js'
import { notesOn } from './notes.js'
import type { Setup } from './set-up.js'
import { unreachable } from './unreachable.js'

export interface Conclusion {
  /** What follows, unless something has to be mended first. */
  setup?: Setup
  why: string
  /** What is good to know besides. */
  notes: string[]
  /** 0: a set-up follows. 1: something has to be mended first. 3: there was no answer. */
  exit: 0 | 1 | 3
}

/** What follows from what was seen. `auth`: whether credentials were given. */
export function conclude(seen: Seen, origin: string, auth: boolean): Conclusion {
  const { preflight, fromPage, fromServer, view } = seen
  if (!answered(preflight) && !fromPage) return { why: unreachable(preflight), notes: [], exit: 3 }
  const mend = (door: Exchange, event: string): Conclusion => ({
    why: closed(door, event, auth),
    notes: [],
    exit: answered(door) ? 1 : 3,
  })
  if (view && doorOf(view) !== 'taken') return mend(view, 'a real view')

  const setup = setupFor(seen, origin, auth)
  if (!setup) return mend(fromServer ?? preflight, 'an event')
  return { setup, why: reason(setup, seen, origin), notes: notesOn(seen, setup, origin, auth), exit: 0 }
}

function setupFor(
  { preflight, fromPage, fromServer, view }: Seen,
  origin: string,
  auth: boolean,
): Setup | undefined {
  const page = open(fromPage)
  if (page && !pageFault(preflight, fromPage, origin)) return 'browser'
  // A view that was taken says more than a wrong event that the account failed over.
  const server = open(view ?? fromServer)
  if (page || (server && !auth)) return 'relay'
  return server ? 'relay with auth' : undefined
}

function reason(setup: Setup, { preflight, fromPage }: Seen, origin: string): string {
  if (setup === 'browser')
    return `The account takes events from a page of ${origin}, and wants no credentials.`
  if (setup === 'relay with auth') {
    return 'The account takes events with your key and secret only. Those stay on your server, so a page posts to a relay there.'
  }
  const fault = pageFault(preflight, fromPage, origin) ?? 'the account turned it away'
  return `The account takes events from a server, and wants no credentials. A page of ${origin} can't post to it: ${fault}.`
}

function pageFault(preflight: Exchange, fromPage: Exchange | undefined, origin: string): string | undefined {
  const asked = preflightFault(preflight, origin)
  if (asked) return `the browser asks first (a preflight), and ${asked}`
  if (!answered(fromPage)) return 'an event got no answer'
  if (!open(fromPage)) return `an event was answered ${fromPage.status}`
  const told = originFault(fromPage, origin)
  return told && `a page could not read the answer, and would send each event again and again: ${told}`
}

const open = (exchange: Exchange | undefined) => exchange !== undefined && isOpen(doorOf(exchange))
