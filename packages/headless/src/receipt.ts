/** What a caller gets when an event is settled. */
export type Receipt =
  /** The endpoint took it; `response` is its answer, parsed where it was JSON. */
  | { status: 'delivered'; request_id: string | number; response: unknown }
  /** This order was placed (or cancelled) already; nothing was sent. */
  | { status: 'duplicate'; request_id: string | number }
  /** The visitor doesn't want it, or this is a server rendering a page; nothing was sent. */
  | { status: 'suppressed'; reason: 'consent' | 'server' }
