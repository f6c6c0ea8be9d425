import {
  type OmetriaError,
  OmetriaExpiredError,
  OmetriaOverflowError,
  OmetriaRejectedError,
} from './errors.js'

/** How a queued event ended, as plain data, since it may have to travel to the tab whose caller waits for it. */
export type Settlement =
  | { as: 'delivered'; response: unknown }
  | { as: 'rejected'; status: number; body: unknown }
  | { as: 'expired' | 'overflow' | 'consent' }

/** What the caller is told; nothing where the event was delivered or consent was taken back. */
export function errorOf(settlement: Settlement): OmetriaError | undefined {
  if (settlement.as === 'rejected') return new OmetriaRejectedError(settlement.status, settlement.body)
  if (settlement.as === 'expired') return new OmetriaExpiredError()
  if (settlement.as === 'overflow') return new OmetriaOverflowError()
  return undefined
}
