import { createHash } from 'node:crypto'

/**
 * A request id as the store knows it: BullMQ's ids may hold no colon and not be all digits, and a request id may be
 * anything. The text `'1'` and the number `1` are two ids, as on the wire.
 */
export const requestHash = (request_id: string | number): string =>
  createHash('sha256').update(JSON.stringify(request_id)).digest('base64url')
