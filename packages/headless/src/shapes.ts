import * as z from 'zod/mini'
import { anything, nothing, oneOf, refuse } from './wire-values.js'

// How values are put together, of zod's transforms alone: each further kind of zod's ships code of its own, and makes two
// objects for each value that it looks at.

type Schema = z.ZodMiniTransform
type Fields = Record<string, Schema>

/**
 * An object whose unknown keys pass through untouched, for accounts with fields of their own. They are typed `any` on
 * the way in because TypeScript accepts a shop's own `interface` for an index signature of nothing else.
 */
export const openObject = <Known extends Fields>(known: Known) => object<Known, OpenObject>(known, anything)

// biome-ignore lint/suspicious/noExplicitAny: see above
type OpenObject = { in: Record<string, any>; out: Record<string, unknown> }

/** An object that has no other keys. */
export const closedObject = <Known extends Fields>(known: Known) =>
  object<Known, z.core.$strict>(known, nothing)

function object<Known extends Fields, Extra extends z.core.$ZodObjectConfig>(known: Known, other: Schema) {
  const schemas = Object.entries(known)
  return z.transform((input, payload) => {
    if (!isObject(input)) return refuse(payload, 'an object', input)
    const output: Record<string, unknown> = {}
    const take = (key: string, schema: Schema) => {
      const value = within(schema, input[key], payload, key)
      // What is `undefined` is not there, as in JSON, and hides nothing that it is laid over.
      if (value !== undefined) output[key] = value
    }
    for (const [key, schema] of schemas) take(key, schema)
    // Assigning to `__proto__` makes no key.
    for (const key in input) if (key !== '__proto__' && !Object.hasOwn(known, key)) take(key, other)
    return output
  }) as unknown as z.ZodMiniTransform<
    z.core.$InferObjectOutput<Known, Extra['out']>,
    z.core.$InferObjectInput<Known, Extra['in']>
  >
}

const isObject = (input: unknown): input is Record<string, unknown> =>
  typeof input === 'object' && input !== null && !Array.isArray(input)

/** What may be left out. */
export const optional = <Inner extends Schema>(schema: Inner) =>
  z.transform((input, payload) =>
    input === undefined ? input : within(schema, input, payload),
  ) as Optional<Inner>

type Optional<Inner extends Schema> = z.ZodMiniTransform<
  z.output<Inner> | undefined,
  z.input<Inner> | undefined
> & {
  _zod: { optin: 'optional'; optout: 'optional' }
}

/** To list all that is wrong with ten thousand lines would take a second. */
const enoughIssues = 100

/** A list that isn't empty. Typed `readonly` on the way in, as generated types often are. */
export const list = <Item extends Schema>(what: string, item: Item) =>
  z.transform<readonly z.input<Item>[], z.output<Item>[]>((input, payload) =>
    Array.isArray(input) && input.length
      ? Array.from(input, (each, index) =>
          payload.issues.length < enoughIssues ? within(item, each, payload, index) : z.NEVER,
        )
      : refuse(payload, what, input),
  )

/** The schema that one word of an event names, where a union would list every way to be wrong. */
export function choice<Chosen extends Schema>(key: string, schemas: Record<string, Chosen>) {
  const byName = new Map<unknown, Chosen>(Object.entries(schemas))
  return z.transform<z.input<Chosen>, z.output<Chosen>>((input, payload) => {
    const { [key]: name } = Object(input)
    const schema = byName.get(name)
    return schema ? within(schema, input, payload) : refuse(payload, oneOf([...byName.keys()]), name, key)
  })
}

/** What a schema makes of a value, which may stand under a key. What is wrong with it joins the list, with the way to it. */
function within<Inner extends Schema>(
  schema: Inner,
  input: unknown,
  payload: z.core.ParsePayload,
  key?: string | number,
): z.output<Inner> {
  const { issues } = payload
  const earlier = issues.length
  // Nothing of ours is asynchronous.
  const output = schema._zod.def.transform(input, payload) as z.output<Inner>
  if (key !== undefined)
    for (let each = earlier; each < issues.length; each++) issues[each]?.path?.unshift(key)
  return output
}
