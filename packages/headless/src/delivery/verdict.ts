import type { deliveryOf } from '../config.js'
import type { Waiting } from './stored-entry.js'

/**
 * What becomes of an entry whose turn has come: `send`; `told`, the relay or another tab said that it arrived; `later`, an
 * earlier request may still be under way; `expired`, the event is too old.
 */
export type Verdict = 'send' | 'told' | 'later' | 'expired'

/** The verdict on one entry. All times in ms, `now` since 1970. */
export function verdictOn(
  { at, sentAt }: Pick<Waiting, 'at' | 'sentAt'>,
  acknowledged: boolean,
  now: number,
  { timeoutMs, maxAgeMs }: Pick<ReturnType<typeof deliveryOf>, 'timeoutMs' | 'maxAgeMs'>,
): Verdict {
  if (acknowledged) return 'told'
  if (now - at > maxAgeMs) return 'expired'
  // The difference counts in both directions, because the clock may have been set back.
  return sentAt !== undefined && Math.abs(now - sentAt) < timeoutMs ? 'later' : 'send'
}
