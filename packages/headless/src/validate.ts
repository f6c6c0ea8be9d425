import * as z from 'zod/mini'
import { type Issue, OmetriaValidationError } from './errors.js'
import {
  basketEventSchema,
  contextSchema,
  orderAddEventSchema,
  orderCancelEventSchema,
  orderReturnEventSchema,
  type ParsedContext,
  type ParsedEvent,
  type User,
  userSchema,
  viewEventSchema,
} from './events.js'

/**
 * The event as the wire wants it.
 *
 * The schema is looked up by scope and action: a union of all would list every way to be wrong, and would bring
 * zod's unions into the shop's bundle.
 *
 * @throws OmetriaValidationError naming each path that is wrong
 */
export const validate = (event: unknown): ParsedEvent => parse(schemaFor(event), event)

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
  throw new OmetriaValidationError(result.error.issues.flatMap(issue => describe(issue, at)))
}

function schemaFor(event: unknown) {
  const { scope, action } = Object(event)
  if (scope === 'basket') return basketEventSchema
  if (scope === 'view') return viewEventSchema
  if (scope !== 'order') return refuse('scope', "expected 'view', 'basket' or 'order'")
  if (action === 'add') return orderAddEventSchema
  if (action === 'cancel') return orderCancelEventSchema
  if (action === 'return') return orderReturnEventSchema
  return refuse('action', "expected 'add', 'cancel' or 'return'")
}

function refuse(path: string, message: string): never {
  throw new OmetriaValidationError([{ path, message }])
}

function describe(issue: z.core.$ZodIssue, at: string[]): Issue[] {
  const path = [...at, ...issue.path]
  if (issue.code !== 'unrecognized_keys') return [{ path: pathOf(path), message: issue.message }]
  return issue.keys.map(key => ({ path: pathOf([...path, key]), message: 'no such key here' }))
}

/** `['data', 'order_lines', 1, 'quantity']` → `data.order_lines[1].quantity` */
export const pathOf = (keys: readonly PropertyKey[]): string =>
  keys
    .map(key => (/^\d+$/.test(String(key)) ? `[${String(key)}]` : `.${String(key)}`))
    .join('')
    .slice(1)
