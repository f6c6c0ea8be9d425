import { answered, type Exchange } from './ask.js'
import { exampleOrigin } from './cors.js'
import { doorOf } from './door.js'
import { echoOf } from './echo.js'
import type { Seen } from './examine.js'
import type { Setup } from './set-up.js'

/** What is good to know about an account that takes events. */
export function notesOn(seen: Seen, setup: Setup, origin: string, auth: boolean): string[] {
  const wrong = setup === 'browser' ? seen.fromPage : seen.fromServer
  const notes = [
    ...(setup === 'browser' ? aboutBrowsers(seen, origin) : aboutRelays(setup, auth)),
    aboutWrongEvents(wrong),
    aboutRequestIds(seen, wrong),
    aboutTwice(seen),
    aboutTime(seen),
  ]
  return notes.filter(note => note !== undefined)
}

function aboutBrowsers({ fromPage }: Seen, origin: string) {
  const unreadable =
    "A page can't read the header Retry-After here (access-control-expose-headers). When the account is too busy, the packages choose the wait themselves."
  return [
    origin === exampleOrigin ? `Asked for ${exampleOrigin}. Name your own shop with --origin.` : undefined,
    `${listed} shoppers are not. Ask again from another network, such as a phone's.`,
    exposesRetryAfter(fromPage) ? undefined : unreadable,
    'A relay is worth having all the same: in Safari, visitors stay known for longer than seven days.',
  ]
}

function aboutRelays(setup: Setup, auth: boolean) {
  return [
    auth && setup === 'relay'
      ? 'The account takes events without credentials, so leave `auth` out.'
      : undefined,
    `${listed} the relay's server is not. Ask again from there.`,
  ]
}

const listed = 'If your account keeps a list of addresses, this machine may be on it where'

function aboutWrongEvents(wrong: Exchange | undefined) {
  const door = wrong && doorOf(wrong)
  if (door === 'taken') {
    return 'The account took an event that is wrong, so Ometria tells nobody of a mistake. The packages check each event before they send it.'
  }
  if (door === 'failing') {
    return 'The account answers a wrong event as if it were down, so such an event waits and is sent again. The packages check each event before they send it.'
  }
  return undefined
}

function aboutRequestIds({ view, request_id }: Seen, wrong: Exchange | undefined) {
  const echo = echoOf(view ?? wrong, request_id)
  if (echo === 'not given back') return 'The answer gives no request_id back. Nothing relies on it.'
  if (echo === 'another is given back') {
    return 'The answer gives another request_id back than was sent. The packages warn of that, each time.'
  }
  return undefined
}

function aboutTwice({ view, viewAgain, request_id }: Seen) {
  if (!answered(view) || !answered(viewAgain)) return undefined
  if (view.status !== viewAgain.status || view.text !== viewAgain.text) {
    return 'The same view was answered otherwise the second time. Ask Ometria what it does with a request_id that it knows already.'
  }
  return `Look for the request_id ${request_id} in the account: it should count one view. Whether it counts two can't be seen from here.`
}

function aboutTime({ preflight, fromPage, fromServer, view, viewAgain }: Seen) {
  const ms = Math.max(
    ...[preflight, fromPage, fromServer, view, viewAgain].map(exchange => exchange?.ms ?? 0),
  )
  if (ms < 2_000) return undefined
  const relay = ms < 7_000 ? '' : ' Give a relay more time than its usual 8 s (`timeoutMs`).'
  return `The slowest answer took over ${Math.floor(ms / 1000)} s. Events are sent one after another, so many that wait take long.${relay}`
}

const exposesRetryAfter = (exchange: Exchange | undefined) =>
  answered(exchange) && /retry-after|\*/i.test(exchange.headers['access-control-expose-headers'] ?? '')
