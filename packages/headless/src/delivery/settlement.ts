import {
  type OmetriaError,
  OmetriaExpiredError,
  OmetriaOverflowError,
  OmetriaRejectedError,
} from '../errors.js'
import type { Outcome } from './attempt.js'

/** How a queued event ended, as plain data: it may have to travel to the tab whose caller waits for it. */
export type Settlement = Exclude<Outcome, { as: 'failed' }> | { as: 'expired' | 'overflow' | 'consent' }

/** Delivered, with an answer that is not known here, or need not be kept. */
export const deliveredUnheard = { as: 'delivered', response: null } as const satisfies Settlement

/** What the caller is told of an event that was given up. */
export function errorOf(
  settlement: Exclude<Settlement, { as: 'delivered' | 'consent' }>,
  endpoint: string,
): OmetriaError {
  if (settlement.as === 'rejected')
    return new OmetriaRejectedError(settlement.status, settlement.body, endpoint)
  return settlement.as === 'expired' ? new OmetriaExpiredError() : new OmetriaOverflowError()
}
