import type { User } from '../events/events.js'
import type { Hit } from '../events/request-body.js'
import { validate, validateUser } from '../events/validate.js'
import type { Settlement } from './settlement.js'

/** The format of what is stored. Another version's is left alone, for the build of the shop that wrote it. */
const version = 1

/** The year 2109: numbers far beyond have no room for the thousandths that keep events apart. */
const latestTime = 2 ** 42

/**
 * What stands under a key of ours: an event that waits, or how it was settled. A delivered order's settlement stays
 * there as its claim; any other is gone as soon as the tab whose caller waits for it has heard.
 */
export type Stored = Waiting | { at: number; settled: Settlement }

export interface Waiting extends Hit {
  /** When it was tracked, in ms since 1970; unique on the page, so that it tells the order too. */
  at: number
  user: User | undefined
  /** When a page that went away had its request under way, in ms since 1970. */
  sentAt?: number | undefined
  settled?: never
}

/** What is not known is left out, as JSON does. */
export const waiting = ({ at, user, sentAt, body }: Waiting) =>
  `${JSON.stringify({ v: version, at, user, sentAt }).slice(0, -1)},"hit":${body}}`

export const settled = (at: number, settlement: Settlement) =>
  JSON.stringify({ v: version, at, settled: settlement })

/** Reads what `waiting` and `settled` write; nothing where anything else stands there. */
export function read(value: string | null | undefined): Stored | undefined {
  if (!value) return undefined
  try {
    const { v, at, user, sentAt, hit, settled } = JSON.parse(value)
    if (v !== version || !(at > 0 && at < latestTime)) return undefined
    if (settled) return { at, settled }
    const body = value.slice(value.indexOf('"hit":') + 6, -1)
    const event = { ...validate(hit), request_id: hit.request_id }
    return { at, user: user && validateUser(user), sentAt, event, body }
  } catch {
    return undefined
  }
}
