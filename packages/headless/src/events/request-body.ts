import { OmetriaValidationError } from '../errors.js'
import { hexId } from '../hex-id.js'
import type { ParsedContext, ParsedEvent, User } from './events.js'
import { orderKey } from './order-key.js'

/** The largest event that is sent, in bytes: a page's storage has room for some ten of them. */
const maxBytes = 512 * 1024

/** An event with all that goes on the wire but the visitor, who may not be known yet. */
export interface Hit {
  event: ParsedEvent & { request_id: string | number }
  /** The event as JSON. */
  body: string
}

/**
 * Builds what is sent. An order's own request id makes every copy of it, from whichever tab, page or server, name
 * itself the same.
 *
 * @throws OmetriaValidationError where the event has no JSON form or is too large
 */
export function buildHit(parsed: ParsedEvent, under?: ParsedContext): Hit {
  const event = {
    ...parsed,
    request_id: parsed.request_id ?? orderKey(parsed) ?? hexId(),
    context: under ? { ...under, ...parsed.context } : parsed.context,
  }
  if (event.scope === 'view') {
    event.action ??= 'view'
    event.data ??= {}
  }
  return { event, body: serialise(event) }
}

/** The finished body: the event and who the visitor is. */
export const withUser = (body: string, user: User) => `{"user":${JSON.stringify(user)},${body.slice(1)}`

/** How many bytes a text takes as UTF-8. Jest's jsdom has no `TextEncoder`. */
export function bytesIn(text: string): number {
  // Most events are plain ASCII, and this look at them takes a tenth of the time of counting.
  if (!/[^ -~]/.test(text)) return text.length
  let bytes = text.length
  // A character beyond U+FFFF counts as two in `length`, and takes four bytes.
  for (const character of text) bytes += character < '\u0080' ? 0 : character < '\u0800' ? 1 : 2
  return bytes
}

function serialise(event: ParsedEvent): string {
  let body: string
  try {
    body = JSON.stringify(event)
  } catch {
    // All that was read is JSON; a `toJSON` of the shop's own may still fail.
    throw refusal('', 'could not be made JSON')
  }
  // A character takes three bytes at most, so most events need no counting.
  if (body.length * 3 > maxBytes && bytesIn(body) > maxBytes)
    throw refusal('data', 'expected at most 512 KiB')
  return body
}

const refusal = (path: string, message: string) => new OmetriaValidationError([{ path, message }])
