import type { ParsedEvent } from './events.js'

/** A kind of event: its scope and action, or its scope alone where the actions are the shop's own words. */
export type Kind = KindOf<ParsedEvent>

type KindOf<Event extends ParsedEvent> = Event extends ParsedEvent
  ? string extends Event['action']
    ? Event['scope']
    : `${Event['scope']} ${Event['action']}`
  : never

export const kindOf = ({ scope, action }: ParsedEvent): Kind =>
  // TypeScript forgets here which action goes with which scope.
  (scope === 'view' ? scope : `${scope} ${action}`) as Kind

// What has to be decided for each kind of event. A new scope or action does not compile until it is decided here. Each
// question has its own table, so that browsers get only what browsers ask.

/**
 * Whether a relay takes the kind from browsers unless told otherwise. Browsers don't cancel and return: a stranger who knows an
 * order's number must not be able to cancel it.
 */
export const kinds: { readonly [Each in Kind]: { fromBrowsers: boolean } } = {
  view: { fromBrowsers: true },
  'basket add': { fromBrowsers: true },
  'basket remove': { fromBrowsers: true },
  'order add': { fromBrowsers: true },
  'order cancel': { fromBrowsers: false },
  'order return': { fromBrowsers: false },
}

/** When events leave an outbox that is full: those of the first turn before those of the second. 0 stays. */
export const turnToLeave: { readonly [Scope in ParsedEvent['scope']]: 0 | 1 | 2 } = {
  view: 1,
  basket: 2,
  order: 0,
}

/**
 * What happens once to an order: `orderKey` then names the event by the order. An order can be returned in parts, two of
 * them alike, so a return has no key of its own; a shop that knows the refund's number gives it as `request_id`.
 */
export const oncePerOrder: {
  readonly [Action in Extract<ParsedEvent, { scope: 'order' }>['action']]: boolean
} = {
  add: true,
  cancel: true,
  return: false,
}
