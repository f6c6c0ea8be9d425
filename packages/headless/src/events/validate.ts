import { OmetriaValidationError } from '../errors.js'
import { context, type ParsedContext, type ParsedEvent, trackEvent, type User, user } from './events.js'
import type { Fault, Reader } from './reader.js'

/**
 * The event as the wire wants it.
 *
 * @throws OmetriaValidationError naming each path that is wrong
 */
export const validate = (given: unknown): ParsedEvent => parse(trackEvent, given)

/** @throws OmetriaValidationError */
export const validateContext = (given: unknown = {}): ParsedContext => parse(context, given, 'context')

/** @throws OmetriaValidationError */
export const validateUser = (given: unknown): User => parse(user, given, 'user')

function parse<Output>(read: Reader<unknown, Output>, given: unknown, ...at: string[]): Output {
  const faults: Fault[] = []
  const output = read(given, faults)
  if (faults.length === 0) return output
  throw new OmetriaValidationError(
    faults.map(({ path, message }) => ({ path: pathOf([...at, ...path]), message })),
  )
}

/** More of a path says no more to a reader. */
const maxKeys = 20

/** `['data', 'order_lines', 1, 'quantity']` → `data.order_lines[1].quantity` */
export const pathOf = (keys: readonly (string | number)[]): string =>
  keys
    .slice(0, maxKeys)
    .map(key => (/^\d+$/.test(String(key)) ? `[${key}]` : `.${key}`))
    .join('')
    .slice(1) + (keys.length > maxKeys ? '…' : '')
