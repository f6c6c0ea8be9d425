import type Big from 'big.js'
import type { Place } from '../place.js'

interface ShopifyMoney {
  readonly amount: string
  readonly currency_code: string
}

/** One amount in the shop's currency, and in the one in which the shopper paid. */
export interface ShopifyMoneySet {
  readonly shop_money: ShopifyMoney
  readonly presentment_money: ShopifyMoney
}

export interface ShopifyMoneyReader {
  /** The amount under a key: in the shop's currency it stands there, in the shopper's under `<key>_set`. */
  amount(place: Place<Priced>, key: Key): Big
  inSet(set: Place<ShopifyMoneySet | null | undefined>): Big
}

type Key = 'price' | 'amount' | 'total_price' | 'total_tax'
type Priced = { readonly [Name in Key]?: string | null | undefined } & {
  readonly [Name in `${Key}_set`]?: ShopifyMoneySet | null | undefined
}

/** Reads amounts in one of the two currencies of an order, and refuses any other. */
export function moneyOf(money: 'shop' | 'presentment', currency: string): ShopifyMoneyReader {
  const inSet = (set: Place<ShopifyMoneySet | null | undefined>) => {
    const found = set.at(`${money}_money`)
    const code = found.at('currency_code')
    if (code.text() !== currency) code.refuse(`the order's currency, ${currency}`, 'another')
    return found.at('amount').amount()
  }
  return {
    inSet,
    amount: (place, key) => (money === 'shop' ? place.at(key).amount() : inSet(place.at(`${key}_set`))),
  }
}
