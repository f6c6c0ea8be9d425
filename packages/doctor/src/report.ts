import { answered, type Exchange } from './ask.js'
import type { Conclusion } from './conclude.js'
import { preflightFault } from './cors.js'
import { doorOf, isOpen } from './door.js'
import { echoOf } from './echo.js'
import type { Seen } from './examine.js'
import { excerpt } from './excerpt.js'
import { type Keys, setUp, titles } from './set-up.js'
import { unreachable } from './unreachable.js'
import { wrap } from './wrap.js'

export interface Account {
  endpoint: URL
  origin: string
  keys: Keys
  /** Whether credentials were given. */
  auth: boolean
}

/** The report as a person reads it. */
export function report(account: Account, seen: Seen, conclusion: Conclusion): string {
  const asked = facts(account, seen)
  const width = Math.max(...asked.map(([name]) => name.length))
  const { setup, why, notes } = conclusion
  const parts = [
    `Asked ${account.endpoint}`,
    asked.map(([name, said]) => wrap(said, `  ${name.padEnd(width)}  `)).join('\n'),
    setup ? `Set-up: ${titles[setup]}` : 'No set-up yet',
    wrap(why),
    ...(setup ? steps(setUp(setup, account.keys)) : []),
    ...(notes.length > 0 ? ['Good to know', notes.map(note => wrap(note, '- ')).join('\n')] : []),
  ]
  return `${parts.join('\n\n')}\n`
}

function steps({ install, files, last }: ReturnType<typeof setUp>): string[] {
  const written = files.map(({ name, code }) => `--- ${name}\n${code}`)
  return [`  ${install}`, `${written.join('\n')}---`, wrap(last)]
}

/** What was seen, a line a question. */
function facts({ origin, auth }: Account, seen: Seen): [string, string][] {
  const { preflight, fromPage, fromServer, view, viewAgain, request_id } = seen
  const reached = [preflight, fromPage, fromServer].find(answered)
  if (!reached) return [['reached', 'no']]
  const fault = preflightFault(preflight, origin)
  const speaking = view ?? (fromServer && isOpen(doorOf(fromServer)) ? fromServer : fromPage)
  return [
    ['reached', `yes: ${reached.address}, ${reached.tls ?? 'without TLS'}`],
    ['preflight', fault ? `no: ${fault}` : `yes: a page of ${origin} may post`],
    ['wrong event, from a page', saidOf(fromPage)],
    [
      'wrong event, from a server',
      `with${auth ? ' your' : 'out'} credentials: ${saidOf(fromServer, fromPage)}`,
    ],
    ['real view', view ? saidOf(view) : 'not sent; --send sends one, and it counts'],
    ...(view ? [['same view again', saidOf(viewAgain, view)] satisfies [string, string]] : []),
    ...(speaking && isOpen(doorOf(speaking))
      ? [['request_id', echoOf(speaking, request_id)] satisfies [string, string]]
      : []),
  ]
}

function saidOf(exchange: Exchange | undefined, before?: Exchange): string {
  if (!exchange) return 'not asked'
  if (!answered(exchange)) return unreachable(exchange)
  const { status, text } = exchange
  if (answered(before) && before.status === status && before.text === text) return 'the same'
  return `${status} ${excerpt(text, 120)}`
}
