import Big from 'big.js'
import { sum, zero } from './sum.js'

/**
 * The currencies of ISO 4217 whose minor unit is no hundredth, from its list of 2026. `Intl` says what people like to
 * see, which is no decimals for forints and rupiahs that are paid by the hundredth.
 */
const otherDigits: Record<string, number> = Object.fromEntries([
  ...'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(' ').map(code => [code, 0]),
  ...'BHD IQD JOD KWD LYD OMR TND'.split(' ').map(code => [code, 3]),
  ...'CLF UYW'.split(' ').map(code => [code, 4]),
])

const known = new Set(Intl.supportedValuesOf('currency'))

/** How many decimals a currency has; `undefined` for one that nobody knows. */
export function minorUnitDigits(currency: string): number | undefined {
  return known.has(currency) ? (otherDigits[currency] ?? 2) : undefined
}

/** The decimals in which an order is paid: the currency's own, or as many as its total has, where a shop calculates finer. */
export function paidDigits(currency: string, total: Big): number | undefined {
  const digits = minorUnitDigits(currency)
  return digits === undefined ? undefined : Math.max(digits, decimalsIn(total))
}

const decimalsIn = (amount: Big) => amount.c.length - amount.e - 1

const roundHalfUp = 1

/** Rounded to so many decimals, halves away from zero. */
export const round = (amount: Big, digits: number) => amount.round(digits, roundHalfUp)

/**
 * Amounts in whole minor units that add up to the rounded sum: all are rounded down, and those that lost most get the
 * units that are missing then. Amounts that are whole already stay as they are.
 */
export function roundTogether(amounts: Big[], digits: number): Big[] {
  if (amounts.every(amount => decimalsIn(amount) <= digits)) return amounts
  const unit = new Big(`1e-${digits}`)
  const rounded = amounts.map(amount => floor(amount, digits))
  const lost = amounts.map((amount, index) => amount.minus(rounded[index] ?? 0))
  let missing = round(sum(lost), digits)
  const byLoss = [...lost.keys()].sort((a, b) => (lost[b] ?? zero).cmp(lost[a] ?? zero))
  for (const index of byLoss) {
    if (missing.lte(0)) break
    rounded[index] = unit.plus(rounded[index] ?? 0)
    missing = missing.minus(unit)
  }
  return rounded
}

function floor(amount: Big, digits: number) {
  const nearest = round(amount, digits)
  return nearest.gt(amount) ? nearest.minus(`1e-${digits}`) : nearest
}
