import { OmetriaValidationError } from '../errors.js'

/**
 * The event that was posted, and its visitor where one came with it. Neither is validated yet.
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
