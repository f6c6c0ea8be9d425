import * as z from 'zod'
import { expected, explain } from './explain.js'
import type { Fault } from './fault.js'

const flag = z.boolean(expected('true or false')).optional()
const text = z.string(expected('a string')).optional()

function whole(what: string, min: number, max: number) {
  const wording = expected(what)
  return z.int(wording).min(min, wording).max(max, wording).optional()
}

const schema = z.strictObject(
  {
    status: whole('a status from 200 to 599', 200, 599),
    retryAfter: z.union([z.string(), z.number()], expected('seconds or a string')).optional(),
    body: z.unknown().optional(),
    delay: whole('whole milliseconds of 0 or more', 0, 2 ** 31 - 1),
    hang: flag,
    drop: flag,
    accept: flag,
    times: whole('a whole number of 1 or more', 1, Number.MAX_SAFE_INTEGER),
    scope: text,
    action: text,
  },
  expected('an object'),
)

/** A fault that came as JSON, where `scope` and `action` stand for the function that picks the events. */
export function readFault(value: unknown): { fault: Fault } | { issues: string[] } {
  const { data, error } = schema.safeParse(value)
  if (error) return { issues: explain(error) }
  const { scope, action, ...rest } = data
  const given = Object.fromEntries(Object.entries(rest).filter(([, field]) => field !== undefined))
  return {
    fault: {
      ...given,
      when: event => (scope ?? event.scope) === event.scope && (action ?? event.action) === event.action,
    },
  }
}
