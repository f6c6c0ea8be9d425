import * as z from 'zod/mini'
import { anything, expected, nothing, oneOf, refuse } from './wire-values.js'

// How values are put together, of zod's objects and transforms alone: each further kind of zod's ships code of its own.

const error = ({ input }: { input?: unknown }) => expected('an object', input)

/**
 * An object whose unknown keys pass through untouched, for accounts with fields of their own. They are typed `any` on
 * the way in because TypeScript accepts a shop's own `interface` for an index signature of nothing else.
 */
export const openObject = <Shape extends z.core.$ZodShape>(shape: Shape) =>
  new z.ZodMiniObject({ type: 'object', shape, catchall: anything, error }) as z.ZodMiniObject<
    Shape,
    OpenObject
  >

// biome-ignore lint/suspicious/noExplicitAny: see above
type OpenObject = { in: Record<string, any>; out: Record<string, unknown> }

/** An object that has no other keys. */
export const closedObject = <Shape extends z.core.$ZodShape>(shape: Shape) =>
  new z.ZodMiniObject({ type: 'object', shape, catchall: nothing, error }) as z.ZodMiniObject<
    Shape,
    z.core.$strict
  >

/** What may be left out. */
export const optional = <Schema extends z.ZodMiniType>(schema: Schema) =>
  z.transform((input, payload) =>
    input === undefined ? input : within(schema, input, payload),
  ) as Optional<Schema>

type Optional<Schema extends z.ZodMiniType> = z.ZodMiniType<
  z.output<Schema> | undefined,
  z.input<Schema> | undefined
> & {
  _zod: { optin: 'optional'; optout: 'optional' }
}

/** To list all that is wrong with ten thousand lines would take a second. */
const enoughIssues = 100

/** A list that isn't empty. Typed `readonly` on the way in, as generated types often are. */
export const list = <Item extends z.ZodMiniType>(what: string, item: Item) =>
  z.transform<readonly z.input<Item>[], z.output<Item>[]>((input, payload) =>
    Array.isArray(input) && input.length
      ? Array.from(input, (each, index) =>
          payload.issues.length < enoughIssues ? within(item, each, payload, index) : z.NEVER,
        )
      : refuse(payload, what, input),
  )

/** The schema that one word of an event names, where a union would list every way to be wrong. */
export function choice<Schema extends z.ZodMiniType>(key: string, schemas: Record<string, Schema>) {
  const byName = new Map<unknown, Schema>(Object.entries(schemas))
  return z.transform<z.input<Schema>, z.output<Schema>>((input, payload) => {
    const { [key]: name } = Object(input)
    const schema = byName.get(name)
    return schema ? within(schema, input, payload) : refuse(payload, oneOf([...byName.keys()]), name, key)
  })
}

/** As `z.safeParse`, less the error object that each level would make anew. Nothing of ours is asynchronous. */
function within<Schema extends z.ZodMiniType>(
  schema: Schema,
  input: unknown,
  { issues }: z.core.ParsePayload,
  ...at: PropertyKey[]
): z.output<Schema> {
  const result = schema._zod.run({ value: input, issues: [] }, { async: false }) as z.core.ParsePayload<
    z.output<Schema>
  >
  for (const issue of result.issues) issues.push({ ...issue, path: [...at, ...(issue.path ?? [])] })
  return result.value
}
