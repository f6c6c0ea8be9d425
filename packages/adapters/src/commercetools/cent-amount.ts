import type Big from 'big.js'
import { minorUnitDigits } from '../minor-units.js'
import type { Place } from '../place.js'

/** Money as commercetools has it: whole minor units, or finer than those (`highPrecision`). */
export interface CommercetoolsMoney {
  readonly type?: string | undefined
  readonly centAmount: number
  readonly currencyCode: string
  readonly fractionDigits?: number | undefined
  readonly preciseAmount?: number | undefined
}

/** An amount in the order's currency; any other is refused. Vouchers are less than 0. */
export function signedAmountIn(currency: string, money: Place<CommercetoolsMoney>): Big {
  const code = money.at('currencyCode')
  if (code.text() !== currency) code.refuse(`the order's currency, ${currency}`, 'another')
  const known = minorUnitDigits(currency)
  const digits = money.maybe('fractionDigits')?.decimals() ?? known ?? money.at('fractionDigits').decimals()
  const key = money.at('type').given === 'highPrecision' ? 'preciseAmount' : 'centAmount'
  return money.at(key).signedMinorUnits(digits)
}

export function amountIn(currency: string, money: Place<CommercetoolsMoney>): Big {
  const amount = signedAmountIn(currency, money)
  return amount.lt(0) ? money.refuse('an amount of 0 or more', 'less') : amount
}
