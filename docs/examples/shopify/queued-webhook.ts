import { ometria } from '../queued-relay.js'
import { webhookRoute } from './webhook.js'

/** Where a page of yours tells the order too, the page's report goes first: it carries the visitor. */
const fallbackAfterMs = 10 * 60_000

export const POST = webhookRoute(event =>
  ometria.track(event, event.action === 'add' ? { fallbackAfterMs } : undefined),
)
