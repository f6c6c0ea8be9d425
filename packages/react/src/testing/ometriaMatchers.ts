import type { TrackEvent } from 'ometria-headless'
import { type Difference, differences } from './differences.js'

/** What an event should say. What is left out may be anything; `expect.any(…)` and the like may stand for a value. */
export type ExpectedEvent = TrackEvent extends infer Event
  ? Event extends TrackEvent
    ? {
        readonly scope: Event['scope']
        readonly action?: Event['action'] | undefined
        readonly data?: { readonly [field: string]: unknown } | undefined
        readonly context?: { readonly [field: string]: unknown } | undefined
        readonly request_id?: unknown
      }
    : never
  : never

/** What a test may say of `createTestOmetria()`, or of a mock of `ometria-mock`. */
export interface OmetriaMatchers<Result> {
  /** At least one event was tracked that says this. */
  toHaveTracked(event: ExpectedEvent): Result
  /** Exactly one event was tracked that says this. */
  toHaveTrackedOnce(event: ExpectedEvent): Result
}

interface Verdict {
  pass: boolean
  message: () => string
}

/** For `expect.extend`, in Vitest and in Jest. */
export const ometriaMatchers = {
  /** At least one event was tracked that says this. */
  toHaveTracked: (received: unknown, expected: ExpectedEvent): Verdict =>
    judge('toHaveTracked', 'an event', received, expected, matches => matches > 0),
  /** Exactly one event was tracked that says this. */
  toHaveTrackedOnce: (received: unknown, expected: ExpectedEvent): Verdict =>
    judge('toHaveTrackedOnce', 'exactly one event', received, expected, matches => matches === 1),
}

function judge(
  matcher: string,
  wanted: string,
  received: unknown,
  expected: ExpectedEvent,
  isEnough: (matches: number) => boolean,
): Verdict {
  const events = eventsOf(received, matcher)
  const matches = events.filter(event => differences(expected, event).length === 0).length
  const pass = isEnough(matches)
  return {
    pass,
    message() {
      const found = matches ? `It was tracked ${times(matches)}.` : nearest(expected, events)
      // What passed is only explained where it should not have: after `.not`.
      return `${matcher}: expected ${pass ? 'not ' : ''}${wanted} that says\n\n${indented(expected)}\n\n${found}`
    },
  }
}

function eventsOf(received: unknown, matcher: string): unknown[] {
  const { events = received } = Object(received)
  if (Array.isArray(events)) return events
  throw new TypeError(
    `${matcher}: expected what createTestOmetria() or createMockOmetria() made, or a list of events: expect(ometria).${matcher}(…).`,
  )
}

/** The event with the fewest differences, and where they are. Of two alike, the later one. */
function nearest(expected: ExpectedEvent, events: unknown[]): string {
  if (events.length === 0)
    return 'No event was tracked. If a click tracks it, await the click or use waitFor.'
  const ranked = events.map(event => ({ event, differ: differences(expected, event) }))
  const best = ranked.reduce((one, other) => (distance(other.differ) <= distance(one.differ) ? other : one))
  const places = best.differ.map(
    ({ path, expected, found }) =>
      `  ${path}: expected ${shown(expected)}, found ${shown(found)}${hint(expected, found)}`,
  )
  return `${events.length === 1 ? 'The only event does not say so. It is' : `None of the ${events.length} events says so. The nearest is`}\n\n${indented(best.event)}\n\nand differs at\n\n${places.join('\n')}`
}

/** Another kind of event is further away than any difference in what it says. */
const distance = (differ: Difference[]) =>
  differ.reduce((sum, { path }) => sum + (path === 'scope' ? 100 : path === 'action' ? 10 : 1), 0)

const hint = (expected: unknown, found: unknown) =>
  typeof expected === 'number' && found === String(expected) ? ' (ids go on the wire as text)' : ''

const times = (count: number) => (count === 1 ? 'once' : `${count} times`)
const indented = (value: unknown) => shown(value, 2).replace(/^/gm, '  ')

function shown(value: unknown, space?: number): string {
  const matcherNamed = (_key: string, each: unknown) =>
    typeof Object(each).asymmetricMatch === 'function'
      ? String(Object(each).toAsymmetricMatcher?.() ?? each)
      : each
  return JSON.stringify(value, matcherNamed, space) ?? String(value)
}
