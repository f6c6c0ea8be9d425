import type { Fault, Reader } from './reader.js'

/** How deep a field of an account's own may nest. JSON that is 250,000 levels deep would keep a server busy for a second. */
const maxLevels = 100

/** Whatever JSON can hold, untouched. A function counts as not there, as in JSON: `toJSON` would replace what was read. */
export const jsonValue: Reader<unknown> = (given, faults) => {
  const fault = firstFault(given, 0)
  if (fault) faults.push(fault)
  return typeof given === 'function' ? undefined : given
}

function firstFault(given: unknown, level: number): Fault | undefined {
  // Some shops teach BigInt to be JSON.
  if (typeof given === 'bigint' && !('toJSON' in BigInt.prototype)) {
    return { path: [], message: 'expected what JSON can hold, got bigint' }
  }
  // A date, or what else knows its own JSON, is asked for it later.
  if (!isObject(given) || typeof given.toJSON === 'function') return undefined
  if (level === maxLevels) {
    return { path: [], message: `expected at most ${maxLevels} levels, got more (or a circle)` }
  }
  for (const key of Object.keys(given)) {
    const fault = firstFault(given[key], level + 1)
    if (fault) {
      fault.path.unshift(key)
      return fault
    }
  }
  return undefined
}

const isObject = (given: unknown): given is Record<string, unknown> =>
  typeof given === 'object' && given !== null
