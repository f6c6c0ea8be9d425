import { OmetriaValidationError } from '../errors.js'

/**
 * What was posted, as far as it can be told before validating: an event, and perhaps its visitor.
 *
 * @throws OmetriaValidationError
 */
export function partsOf(posted: unknown): { user: unknown; event: object } {
  if (typeof posted !== 'object' || posted === null || Array.isArray(posted)) {
    throw new OmetriaValidationError([{ path: '', message: 'expected an object' }])
  }
  const { user, ...event }: { user?: unknown } = posted
  return { user, event }
}
