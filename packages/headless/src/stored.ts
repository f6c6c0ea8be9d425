import type { User } from './events.js'
import type { Hit } from './hit.js'
import type { Settlement } from './settlement.js'
import { validate, validateUser } from './validate.js'

/** The format of what is stored. Another version's is left alone, for the build of the shop that wrote it. */
const version = 1

/**
 * What stands under a key of ours: an event that waits, or how it was settled. A delivered order's settlement stays
 * there as its claim; any other is gone as soon as the tab whose caller waits for it has heard.
 */
export type Stored = { at: number; user?: User | undefined } & (
  | { hit: Hit; settled?: never }
  | { hit?: never; settled: Settlement }
)

const head = (at: number) => `{"v":${version},"at":${at},`

export const waiting = (at: number, user: User | undefined, body: string) =>
  `${head(at)}${user ? `"user":${JSON.stringify(user)},` : ''}"hit":${body}}`

export const settled = (at: number, settlement: Settlement) =>
  `${head(at)}"settled":${JSON.stringify(settlement)}}`

/** Reads what `waiting` and `settled` write; nothing where anything else stands there. */
export function read(value: string): Stored | undefined {
  try {
    const { v, at, user, hit, settled } = JSON.parse(value)
    if (v !== version || !(at > 0)) return undefined
    if (settled) return { at, settled }
    const body = value.slice(value.indexOf('"hit":') + 6, -1)
    const event = { ...validate(hit), request_id: hit.request_id }
    return { at, user: user && validateUser(user), hit: { event, body } }
  } catch {
    return undefined
  }
}
