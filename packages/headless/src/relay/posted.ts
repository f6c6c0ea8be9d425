import { OmetriaValidationError } from '../errors.js'

/**
 * No order within 512 KiB has as many lines that are valid. To find that out, the schema would list all that is wrong
 * with every one of them, for seconds.
 */
const maxLines = 10_000

/**
 * What was posted, as far as it can be told before validating: an event, and perhaps its visitor.
 *
 * @throws OmetriaValidationError
 */
export function partsOf(posted: unknown): { user: unknown; event: object } {
  if (typeof posted !== 'object' || posted === null || Array.isArray(posted)) refuse('', 'expected an object')
  const { user, ...event }: { user?: unknown; data?: unknown } = posted
  const lines: unknown = Object(event.data).order_lines
  if (Array.isArray(lines) && lines.length > maxLines) {
    refuse('data.order_lines', `expected at most ${maxLines} lines`)
  }
  return { user, event }
}

function refuse(path: string, message: string): never {
  throw new OmetriaValidationError([{ path, message }])
}
