import type { ParsedEvent } from './events.js'

/** A kind of event: its scope and action, or its scope alone where the actions are the shop's own words. */
export type Kind = KindOf<ParsedEvent>

type KindOf<Event extends ParsedEvent> = Event extends ParsedEvent
  ? string extends Event['action']
    ? Event['scope']
    : `${Event['scope']} ${Event['action']}`
  : never

/** When events of a kind leave an outbox that is full: those of the first turn before those of the second. */
export const turnsToLeave = ['first', 'second'] as const

interface Rules<Of extends Kind> {
  leaves: (typeof turnsToLeave)[number] | 'never'
  /** Whether a relay takes it from browsers unless told otherwise. */
  fromBrowsers: boolean
  /** Whether it happens once to an order: `orderKey` then names it by the order. */
  once: Of extends `order ${string}` ? boolean : false
}

/**
 * What has to be decided for each kind of event. A new scope or action does not compile until it is decided here.
 *
 * Browsers don't cancel and return: whoever knows an order's number must not be able to cancel it. An order can be
 * returned in parts, two of them alike, so a return has no key of its own; a shop that knows the refund's number gives
 * it as `request_id`.
 */
export const kinds: { readonly [Each in Kind]: Rules<Each> } = {
  view: { leaves: 'first', fromBrowsers: true, once: false },
  'basket add': { leaves: 'second', fromBrowsers: true, once: false },
  'basket remove': { leaves: 'second', fromBrowsers: true, once: false },
  'order add': { leaves: 'never', fromBrowsers: true, once: true },
  'order cancel': { leaves: 'never', fromBrowsers: false, once: true },
  'order return': { leaves: 'never', fromBrowsers: false, once: false },
}

export const kindOf = ({ scope, action }: ParsedEvent): Kind =>
  // TypeScript forgets here which action goes with which scope.
  (scope === 'view' ? scope : `${scope} ${action}`) as Kind
