import { type Kind, kinds } from '../events/kinds.js'

/** A kind of event that a relay may be told to take from browsers. */
export type ReportableEvent = Kind

// `Object.keys` is typed for any object, which may have more keys than its type names.
export const everyEvent = Object.keys(kinds) as ReportableEvent[]

export const isReportable = (name: string): name is ReportableEvent =>
  everyEvent.some(event => event === name)

export const reportableByDefault = everyEvent.filter(kind => kinds[kind].fromBrowsers)
