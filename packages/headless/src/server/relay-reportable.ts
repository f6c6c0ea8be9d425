import type { ParsedEvent } from '../events/events.js'

export const everyEvent = [
  'view',
  'basket add',
  'basket remove',
  'order add',
  'order cancel',
  'order return',
] as const

/** A kind of event that a relay may be told to take from browsers. */
export type ReportableEvent = (typeof everyEvent)[number]

export const isReportable = (name: string): name is ReportableEvent =>
  everyEvent.some(event => event === name)

/** Cancelling and returning are not among them: whoever knows an order's number must not be able to cancel it. */
export const reportableByDefault: readonly ReportableEvent[] = [
  'view',
  'basket add',
  'basket remove',
  'order add',
]

/** An event's kind. The actions of a view are the shop's own, so they don't tell kinds apart. */
export const kindOf = ({ scope, action }: ParsedEvent): string =>
  scope === 'view' ? scope : `${scope} ${action}`
