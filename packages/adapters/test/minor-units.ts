import * as fc from 'fast-check'

/** Decimals of yen, pounds and dinars. */
export const currencies = fc.constantFrom<[code: string, digits: number]>(['JPY', 0], ['GBP', 2], ['KWD', 3])

/** Minor units as decimal text, by way of text alone: 1234 with 2 decimals is `'12.34'`. */
export function decimalText(units: number, digits: number): string {
  const text = String(Math.abs(units)).padStart(digits + 1, '0')
  const whole = text.slice(0, text.length - digits)
  return `${units < 0 ? '-' : ''}${whole}${digits ? `.${text.slice(-digits)}` : ''}`
}

export const total = (units: number[]) => units.reduce((sum, each) => sum + each, 0)

/** What a shop charges for one line, in minor units: all of it integers. */
export interface Priced {
  price: number
  quantity: number
  discounts: number[]
  taxes: number[]
}

/** Discounts that are together no larger than the price. */
const discountsOf = (most: number) =>
  fc
    .array(fc.nat(1_000_000), { maxLength: 3 })
    .map(parts => parts.map(part => part % (Math.floor(most / 3) + 1)))

export const priced: fc.Arbitrary<Priced> = fc
  .record({ price: fc.nat(200_000), quantity: fc.integer({ min: 1, max: 20 }) })
  .chain(line =>
    fc.record({
      price: fc.constant(line.price),
      quantity: fc.constant(line.quantity),
      discounts: discountsOf(line.price * line.quantity),
      taxes: fc.array(fc.nat(20_000), { maxLength: 2 }),
    }),
  )

export const netOf = ({ price, quantity, discounts }: Priced) => price * quantity - total(discounts)
