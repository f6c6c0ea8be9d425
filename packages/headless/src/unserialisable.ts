import type { Issue } from './errors.js'
import { pathOf } from './validate.js'

/** Where and why a value has no JSON form; asked only after `JSON.stringify` threw. */
export const unserialisable = (value: unknown): Issue =>
  search(value, [], []) ?? { path: '', message: 'expected something that can be written as JSON' }

function search(value: unknown, path: PropertyKey[], within: unknown[]): Issue | undefined {
  if (typeof value === 'bigint') {
    return { path: pathOf(path), message: 'a BigInt has no JSON form: give it as text' }
  }
  if (typeof value !== 'object' || value === null) return undefined
  if (within.includes(value)) {
    return { path: pathOf(path), message: 'contains itself: give a copy without the circle' }
  }
  if (within.length > 100) return { path: pathOf(path), message: 'is nested too deeply' }
  const keys = Array.isArray(value) ? value.keys() : Object.keys(value)
  for (const key of keys) {
    const found = search(Reflect.get(value, key), [...path, key], [...within, value])
    if (found) return found
  }
  return undefined
}
