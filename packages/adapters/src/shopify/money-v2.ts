import type Big from 'big.js'
import type { Place } from '../place.js'

/** An amount as Shopify's GraphQL APIs for storefronts have it. */
export interface ShopifyMoneyV2 {
  readonly amount: string
  readonly currencyCode: string
}

/** An amount that is in the order's currency; any other is refused. */
export function amountIn(currency: string, money: Place<ShopifyMoneyV2 | null | undefined>): Big {
  const code = money.at('currencyCode')
  if (code.text() !== currency) code.refuse(`the order's currency, ${currency}`, 'another')
  return money.at('amount').amount()
}
