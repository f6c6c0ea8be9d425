/** One place where an event is not what was expected. */
export interface Difference {
  /** As one would write it in code: `data.order_lines[1].quantity`. */
  path: string
  expected: unknown
  found: unknown
}

/**
 * Where `found` is not what `expected` says. What `expected` leaves out may be anything; a list has to be as long.
 * Matchers such as `expect.any(String)` may stand anywhere.
 */
export function differences(expected: unknown, found: unknown, path = ''): Difference[] {
  const here = [{ path, expected, found }]
  if (isAsymmetric(expected)) return expected.asymmetricMatch(found) ? [] : here
  if (Object(expected) !== expected) return Object.is(expected, found) ? [] : here
  if (Object(found) !== found || Array.isArray(expected) !== Array.isArray(found)) return here
  if (Array.isArray(expected) && expected.length !== Object(found).length) {
    return [{ path: `${path}.length`, expected: expected.length, found: Object(found).length }]
  }
  return Object.entries(Object(expected))
    .filter(([, value]) => value !== undefined)
    .flatMap(([key, value]) => differences(value, Object(found)[key], below(path, key)))
}

function below(path: string, key: string) {
  if (/^\d+$/.test(key)) return `${path}[${key}]`
  return path ? `${path}.${key}` : key
}

const isAsymmetric = (value: unknown): value is { asymmetricMatch(other: unknown): boolean } =>
  typeof Object(value).asymmetricMatch === 'function'
