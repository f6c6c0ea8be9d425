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

const number = (given: unknown, least = -Infinity): number | undefined => {
  const read = typeof given === 'string' ? decimal(given) : given
  return typeof read === 'number' && Number.isFinite(read) && read >= least ? read : undefined
}

/** Decimal text without exponent, spaces or separators: `'49.99'`. */
export const plainDecimal = /^-?\d+(\.\d+)?$/

/** The number that plain decimal text spells; none where the number would lose a digit of the text. */
function decimal(spelled: string): number | undefined {
  if (!plainDecimal.test(spelled)) return undefined
  const read = Number(spelled)
  return digitsOf(spelled) === digitsOf(read.toExponential()) ? read : undefined
}

/** `'-0012.50'` and `'-1.25e+1'` → `'125'` */
const digitsOf = (spelled: string) => spelled.replace(/e.*|\D/g, '').replace(/^0+|0+$/g, '')

/** Any text of so few digits is a number exactly (IEEE 754 doubles). */
const spelled = 'or its decimal text, of at most 15 digits'

/** Text that says something. */
export const text = value<string>('text', someText)

/** An identifier: text, or a whole number, which becomes text. Beyond 2^53 numbers lose digits, so those must be text. */
export const id = value<string | number, string>('an id (text, or a whole number below 2^53)', given =>
  Number.isSafeInteger(given) ? String(given) : someText(given),
)

/** An amount of money in the currency's main unit: a number, or plain decimal text such as `'49.99'`. */
export const amount = value<number | string, number>(`a number (${spelled})`, given => number(given))

/** How many: as an amount, and not negative. */
export const quantity = value<number | string, number>(`a number of 0 or more (${spelled})`, given =>
  number(given, 0),
)

/** A request id, as it is: text or a number. */
export const requestId = value<string | number>('text or a number', given =>
  typeof given === 'number' ? number(given) : someText(given),
)

/** One of these words. */
export const word = <Word extends string>(...words: Word[]) =>
  value<Word>(oneOf(words), given => words.find(word => word === given))

export const oneOf = (words: string[]) => words.map(word => `'${word}'`).join(' or ')

/** Stands for the keys that an object can't have. */
export const nothing = value<never>('nothing here', () => undefined)
