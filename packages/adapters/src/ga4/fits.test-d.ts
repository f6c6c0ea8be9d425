import { test } from 'vitest'
import { type Ga4Event, type Ga4Purchase, orderFromPurchase } from './index.js'

test('whether prices have tax in them has no default', () => {
  // @ts-expect-error: taxIncluded is missing
  orderFromPurchase({} as Ga4Purchase)
  // @ts-expect-error: taxIncluded is missing
  orderFromPurchase({} as Ga4Event, { prorateTax: true })
})

test('the options are asked with the event and the items that were given', () => {
  const event = {} as {
    ecommerce: Ga4Purchase & { items: { item_id: string; price: number; sku: string }[] }
    user: string
  }
  orderFromPurchase(event, { taxIncluded: true, productId: item => item.sku, userId: event => event.user })
})
