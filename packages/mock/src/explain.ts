import type * as z from 'zod'

/** A schema's complaints as sentences: `data.order_lines[1].quantity: expected a finite number, got "2"`. */
export function explain(error: z.ZodError): string[] {
  return error.issues.flatMap(issue =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map(key => `${spell([...issue.path, key])}: unknown field`)
      : [`${spell(issue.path)}: ${issue.message}`],
  )
}

/** The wording for a schema: what it takes, beside what came. */
export function expected(what: string) {
  return { error: ({ input }: { input?: unknown }) => `expected ${what}, ${but(input)}` }
}

/** The same for a union: it complains about the whole object, where only the key that tells its members apart matters. */
export function expectedOneOf(key: string, what: string) {
  return {
    error: ({ code, input }: { code: string; input?: unknown }) =>
      code === 'invalid_union'
        ? `expected ${what}, ${but((input as Record<string, unknown>)[key])}`
        : `expected an object, ${but(input)}`,
  }
}

function spell(path: PropertyKey[]): string {
  const steps = path.map(step => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`))
  return steps.join('').replace(/^\./, '') || 'body'
}

function but(value: unknown): string {
  if (value === undefined) return 'but it is missing'
  if (Array.isArray(value)) return 'got an array'
  if (typeof value === 'object' && value !== null) return 'got an object'
  return `got ${typeof value === 'string' ? JSON.stringify(value.slice(0, 80)) : value}`
}
