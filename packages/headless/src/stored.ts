import type { User } from './events.js'
import type { Hit } from './hit.js'
import type { Settlement } from './settlement.js'
import { validate, validateUser } from './validate.js'

/** The format of what is stored. What a newer one wrote is left to the build of the shop that wrote it. */
const version = 1

/**
 * What stands under a key of ours: an event that waits; for a moment how it was settled, so that the tab whose caller
 * waits for it learns of it; or, under an order's key, that the order was delivered.
 */
export type Stored =
  | { type: 'waiting'; at: number; user: User | undefined; hit: Hit }
  | { type: 'settled'; at: number; settlement: Settlement }
  | { type: 'claim'; at: number }
  | { type: 'newer' }
  | { type: 'unreadable' }

const head = (at: number) => `{"v":${version},"at":${at}`

export const waiting = (at: number, user: User | undefined, { body }: Hit) =>
  `${head(at)}${user ? `,"user":${JSON.stringify(user)}` : ''},"hit":${body}}`

export const settled = (at: number, settlement: Settlement) =>
  `${head(at)},"settled":${JSON.stringify(settlement)}}`

export const claim = (at: number) => `${head(at)}}`

/** Reads what `waiting`, `settled` and `claim` write, and whatever else may stand there. */
export function read(value: string): Stored {
  try {
    const { v, at, user, hit, settled } = JSON.parse(value)
    if (v > version) return { type: 'newer' }
    if (v !== version || !Number.isFinite(at)) return { type: 'unreadable' }
    if (settled) return { type: 'settled', at, settlement: settled }
    if (!hit) return { type: 'claim', at }
    const event = validate(hit)
    const { request_id } = event
    if (!request_id) return { type: 'unreadable' }
    const body = value.slice(value.indexOf('"hit":') + 6, -1)
    return {
      type: 'waiting',
      at,
      user: user && validateUser(user),
      hit: { event: { ...event, request_id }, body },
    }
  } catch {
    return { type: 'unreadable' }
  }
}
