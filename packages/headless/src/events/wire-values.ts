import { type Reader, refuse } from './reader.js'

/** Checks and coerces at once: `undefined` is what does not fit. */
const value =
  <Input, Output = Input>(
    expected: string,
    read: (given: unknown) => Output | undefined,
  ): Reader<Input, Output> =>
  (given, faults) =>
    read(given) ?? refuse(faults, expected, given)

const someText = (given: unknown) => (typeof given === 'string' && given.trim() ? given : undefined)

const number = (given: unknown, least = Number.NEGATIVE_INFINITY): number | undefined => {
  const read = typeof given === 'string' && /^-?\d+(\.\d+)?$/.test(given) ? Number(given) : given
  return typeof read === 'number' && Number.isFinite(read) && read >= least ? read : undefined
}

/** Text that says something. */
export const text = value<string>('text', someText)

/** An identifier: text, or a whole number, which becomes text. Beyond 2^53 numbers lose digits, so those must be text. */
export const id = value<string | number, string>('an id (text, or a whole number below 2^53)', given =>
  Number.isSafeInteger(given) ? String(given) : someText(given),
)

/** An amount of money in the currency's main unit: a number, or plain decimal text such as `'49.99'`. */
export const amount = value<number | string, number>('a number', given => number(given))

/** How many: as an amount, and not negative. */
export const quantity = value<number | string, number>('a number of 0 or more', given => number(given, 0))

/** A request id, as it is: text or a number. */
export const requestId = value<string | number>('text or a number', given =>
  typeof given === 'number' ? number(given) : someText(given),
)

/** One of these words. */
export const word = <Word extends string>(...words: Word[]) =>
  value<Word>(oneOf(words), given => words.find(word => word === given))

export const oneOf = (words: string[]) => words.map(word => `'${word}'`).join(' or ')

/** Whatever it is, as it is. */
export const anything: Reader<unknown> = given => given

/** Stands for the keys that an object can't have. */
export const nothing = value<never>('nothing here', () => undefined)
