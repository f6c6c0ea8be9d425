import * as z from 'zod/mini'
import { OmetriaValidationError } from './errors.js'
import {
  contextSchema,
  type ParsedContext,
  type ParsedEvent,
  trackEventSchema,
  type User,
  userSchema,
} from './events.js'

/**
 * The event as the wire wants it.
 *
 * @throws OmetriaValidationError naming each path that is wrong
 */
export const validate = (event: unknown): ParsedEvent => parse(trackEventSchema, event)

/** @throws OmetriaValidationError */
export const validateContext = (context: unknown = {}): ParsedContext =>
  parse(contextSchema, context, 'context')

/** @throws OmetriaValidationError */
export const validateUser = (user: unknown): User => parse(userSchema, user, 'user')

function parse<Schema extends z.core.$ZodType>(
  schema: Schema,
  input: unknown,
  ...at: string[]
): z.output<Schema> {
  const result = z.safeParse(schema, input)
  if (result.success) return result.data
  throw new OmetriaValidationError(
    result.error.issues.map(({ path, message }) => ({ path: pathOf([...at, ...path]), message })),
  )
}

/** `['data', 'order_lines', 1, 'quantity']` → `data.order_lines[1].quantity` */
export const pathOf = (keys: readonly PropertyKey[]): string =>
  keys
    .map(key => (/^\d+$/.test(String(key)) ? `[${String(key)}]` : `.${String(key)}`))
    .join('')
    .slice(1)
