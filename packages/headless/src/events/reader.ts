/**
 * Reads a value that came from outside, and gives back what the wire wants. What doesn't fit joins the faults; then what
 * is given back means nothing.
 */
export interface Reader<Input, Output = Input> {
  (given: unknown, faults: Fault[]): Output
  /** For the types alone: what fits. */
  readonly input?: Input
}

export type InputOf<Read> = Read extends Reader<infer Input, unknown> ? Input : never
export type OutputOf<Read> = Read extends Reader<unknown, infer Output> ? Output : never

/** One thing that is wrong, and the keys on the way to it. */
export interface Fault {
  path: (string | number)[]
  message: string
}

/** Readers look no further after so many faults: to list all that is wrong with ten thousand lines would take a second. */
export const enoughFaults = 100

/** Notes that something does not fit, which stands here or under a key. */
export function refuse(faults: Fault[], expected: string, given: unknown, ...path: string[]): never {
  faults.push({ path, message: `expected ${expected}, got ${kindOf(given)}` })
  return undefined as never
}

/** What was found instead, in a word; never the value itself, which may be personal. */
const kindOf = (value: unknown) =>
  value === null || Number.isNaN(value) ? String(value) : Array.isArray(value) ? 'array' : typeof value

/** Reads the value of one key. The paths of its faults then begin with the key. */
export function within<Output>(
  key: string | number,
  read: Reader<unknown, Output>,
  given: unknown,
  faults: Fault[],
): Output {
  const earlier = faults.length
  const output = read(given, faults)
  for (let each = earlier; each < faults.length; each++) faults[each]?.path.unshift(key)
  return output
}
