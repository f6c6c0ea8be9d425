import { jsonValue } from './json-value.js'
import { enoughFaults, type InputOf, type OutputOf, type Reader, refuse, within } from './reader.js'
import { nothing, oneOf } from './wire-values.js'

type Readers = Record<string, Reader<unknown>>
type Inputs<Known> = { [Key in keyof Known]: InputOf<Known[Key]> }
type Outputs<Known> = { [Key in keyof Known]: OutputOf<Known[Key]> }

/** An object in which whatever may be `undefined` may be missing. */
type Fields<Types, Others> = Flat<
  { [Key in keyof Types as undefined extends Types[Key] ? never : Key]: Types[Key] } & {
    [Key in keyof Types as undefined extends Types[Key] ? Key : never]?: Types[Key]
  } & Others
>
/** What an intersection comes to, written out. */
type Flat<Type> = { [Key in keyof Type]: Type[Key] }

/** An object whose unknown keys pass through untouched, for accounts with fields of their own. */
export const openObject = <Known extends Readers>(known: Known): OpenObject<Known> => object(known, jsonValue)

// Interfaces, because declarations keep their names, and with them each field as it is written and what is said of it.
export interface OpenObject<Known>
  extends Reader<Fields<Inputs<Known>, AnyFields>, Fields<Outputs<Known>, Record<string, unknown>>> {}

/** An account's own fields. */
export interface AnyFields {
  // biome-ignore lint/suspicious/noExplicitAny: for an index signature of `any` alone, TypeScript takes a shop's own `interface`
  [field: string]: any
  /** Lists have it, and would pass for an object otherwise. */
  [Symbol.iterator]?: never
}

/** An object that has no other keys. */
export const closedObject = <Known extends Readers>(known: Known): ClosedObject<Known> =>
  object(known, nothing)

export interface ClosedObject<Known>
  extends Reader<Fields<Inputs<Known>, unknown>, Fields<Outputs<Known>, unknown>> {}

function object<Input, Output>(known: Readers, other: Reader<unknown>) {
  const readers = new Map(Object.entries(known))
  return ((given, faults) => {
    if (!isObject(given)) return refuse(faults, 'an object', given)
    const output: Record<string, unknown> = {}
    const take = (key: string, read: Reader<unknown>) => {
      const value = within(key, read, given[key], faults)
      // What is `undefined` is not there, as in JSON, and hides nothing that it is laid over.
      if (value !== undefined) output[key] = value
    }
    for (const [key, read] of readers) take(key, read)
    // Own keys alone, as in JSON: old libraries add to `Object.prototype`.
    for (const key of Object.keys(given)) {
      if (faults.length >= enoughFaults) break
      // Assigning to `__proto__` makes no key.
      if (!readers.has(key) && (key !== '__proto__' || other === nothing)) take(key, other)
    }
    return output
  }) as Reader<Input, Output>
}

const isObject = (given: unknown): given is Record<string, unknown> =>
  typeof given === 'object' && given !== null && !Array.isArray(given)

/** What may be left out. */
export const optional =
  <Input, Output>(read: Reader<Input, Output>): Reader<Input | undefined, Output | undefined> =>
  (given, faults) =>
    given === undefined ? given : read(given, faults)

/** A list that isn't empty. Typed `readonly` on the way in, as generated types often are. */
export const list =
  <Input, Output>(what: string, read: Reader<Input, Output>): Reader<readonly Input[] & Filled, Output[]> =>
  (given, faults) => {
    if (!Array.isArray(given) || given.length === 0) return refuse(faults, what, given)
    const output: Output[] = []
    // By number, since a list may have holes.
    for (let index = 0; index < given.length && faults.length < enoughFaults; index++)
      output.push(within(index, read, given[index], faults))
    return output
  }

/** What any list has but `[]`, in which TypeScript looks for a `never`. */
export interface Filled {
  // biome-ignore lint/suspicious/noExplicitAny: `any` fits each type but `never`
  indexOf: (element: any, fromIndex?: number) => number
}

/** The reader that one word of an event names, where a union would list every way to be wrong. */
export function choice<Chosen extends Reader<unknown>>(
  key: string,
  readers: Record<string, Chosen>,
): Reader<InputOf<Chosen>, OutputOf<Chosen>> {
  const byName = new Map<unknown, Chosen>(Object.entries(readers))
  return (given, faults) => {
    if (!isObject(given)) return refuse(faults, 'an object', given)
    const name = given[key]
    const read = byName.get(name)
    return read
      ? (read(given, faults) as OutputOf<Chosen>)
      : refuse(faults, oneOf(Object.keys(readers)), name, key)
  }
}
