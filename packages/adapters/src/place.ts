import Big from 'big.js'
import { OmetriaMappingError } from './mapping-error.js'

/** What is never `null` or `undefined`, and of a list each element. */
type Inside<Value, Key extends keyof NonNullable<Value>> = NonNullable<NonNullable<Value>[Key]>
type ElementOf<List> = List extends readonly (infer Element)[] ? Element : unknown
type KeyOf<Value> = keyof NonNullable<Value> & string

/**
 * A value in a platform's document, and the way to it. The type is what the caller claims; what really stands there is
 * parsed when it is read, and what doesn't fit is refused with its path.
 */
export class Place<Value = unknown> {
  readonly given: Value
  readonly path: string

  constructor(given: Value, path = '') {
    this.given = given
    this.path = path
  }

  refuse(expected: string, found = kindOf(this.given)): never {
    throw new OmetriaMappingError(this.path, expected, found)
  }

  /** This place, if it is an object. */
  object(): this {
    const { given } = this
    return typeof given === 'object' && given !== null && !Array.isArray(given)
      ? this
      : this.refuse('an object')
  }

  /** What stands under a key of this object, whatever it is. */
  at<Key extends KeyOf<Value>>(key: Key): Place<NonNullable<Value>[Key]> {
    const { given } = this.object() // so it is no null
    return new Place((given as NonNullable<Value>)[key], this.path ? `${this.path}.${key}` : key)
  }

  /** The same, or `undefined` where that is `null` or not there. */
  maybe<Key extends KeyOf<Value>>(key: Key): Place<Inside<Value, Key>> | undefined {
    const { given, path } = this.at(key)
    return given === null || given === undefined ? undefined : new Place(given, path)
  }

  list<Key extends KeyOf<Value>>(key: Key): Place<ElementOf<Inside<Value, Key>>>[] {
    return this.at(key).elements()
  }

  /** As `list`; empty where there is none. */
  listIfAny<Key extends KeyOf<Value>>(key: Key): Place<ElementOf<Inside<Value, Key>>>[] {
    return this.maybe(key)?.elements() ?? []
  }

  private elements<Element>(): Place<Element>[] {
    const { given, path } = this
    if (!Array.isArray(given)) return this.refuse('a list')
    return Array.from(given, (element: Element, index) => new Place(element, `${path}[${index}]`))
  }

  text(): string {
    const { given } = this
    return typeof given === 'string' && given.trim() ? given : this.refuse('text')
  }

  /** The text under a key, or `undefined` where there is none or it is empty. */
  textIfAny<Key extends KeyOf<Value>>(key: Key): string | undefined {
    const found = this.maybe(key)
    return found === undefined || (typeof found.given === 'string' && !found.given.trim())
      ? undefined
      : found.text()
  }

  /** Text, or a whole number, which becomes text. */
  id(): string {
    const { given } = this
    return Number.isSafeInteger(given)
      ? String(given)
      : typeof given === 'string' && given.trim()
        ? given
        : this.refuse('an id')
  }

  flag(): boolean {
    const { given } = this
    return typeof given === 'boolean' ? given : this.refuse('true or false')
  }

  /** An amount of money of 0 or more: decimal text, or a number. */
  amount(): Big {
    const amount = this.signedAmount()
    return amount.lt(0) ? this.refuse('an amount of 0 or more', 'less') : amount
  }

  signedAmount(): Big {
    return decimal(this.given) ?? this.refuse("an amount, such as '49.99', of at most 15 digits")
  }

  /** How many: 0 or more. */
  quantity(): Big {
    const quantity = decimal(this.given)
    return quantity?.gte(0) ? quantity : this.refuse('a quantity of 0 or more')
  }

  /** An amount of 0 or more, told in whole minor units, of which `decimals` say how small they are. */
  minorUnits(decimals: number): Big {
    const amount = this.signedMinorUnits(decimals)
    return amount.lt(0) ? this.refuse('an amount of 0 or more', 'less') : amount
  }

  signedMinorUnits(decimals: number): Big {
    const units = decimal(this.given)
    if (!units?.eq(units.round(0))) this.refuse('a whole number of minor units')
    return units.times(`1e-${decimals}`)
  }

  /** How many decimals minor units are. */
  decimals(): number {
    const { given } = this
    return Number.isInteger(given) && Number(given) >= 0 && Number(given) <= 10
      ? Number(given)
      : this.refuse('a whole number of decimals')
  }
}

/** A double holds any decimal of up to 15 digits, so what JSON's numbers hold beyond is not what the platform meant. */
const digits = 15

function decimal(given: unknown): Big | undefined {
  if (typeof given === 'number' && Number.isFinite(given)) return new Big(given.toPrecision(digits))
  if (typeof given !== 'string' || given.length > 40 || !/^-?\d+(\.\d+)?$/.test(given)) return undefined
  const read = new Big(given)
  return read.c.length > digits ? undefined : read
}

/** What was found, in a word; never the value itself, which may be personal. */
function kindOf(value: unknown): string {
  if (value === undefined) return 'nothing'
  if (value === null || Number.isNaN(value)) return String(value)
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'string') return value.trim() ? 'text' : 'empty text'
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`
}
