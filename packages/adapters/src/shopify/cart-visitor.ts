import type { User } from 'ometria-headless'
import { Place } from '../place.js'

const uidName = 'ometria_uid'
const sidName = 'ometria_sid'

/**
 * The visitor as attributes for Shopify's cart (`cartCreate`, `cartAttributesUpdate`), which Shopify hands to the order as
 * `note_attributes`. Empty for nobody, as before consent. `cartAttributesUpdate` replaces all attributes: give it the cart's
 * others too.
 */
export const cartAttributes = (user: User | null | undefined): { key: string; value: string }[] =>
  user
    ? [
        { key: uidName, value: user.uid },
        { key: sidName, value: user.sid },
      ]
    : []

/** What is read of an order for its visitor. */
export interface ShopifyNotedOrder {
  readonly note_attributes?:
    | readonly { readonly name?: string | null; readonly value?: unknown }[]
    | null
    | undefined
}

/**
 * The visitor that `cartAttributes` put into the cart, from the order of a webhook (`orders/create`, `orders/cancelled`).
 * `undefined` where there is none, or where what is there is no id: shoppers can change a cart's attributes.
 */
export function userFromWebhook(order: ShopifyNotedOrder): User | undefined {
  const notes = new Place<ShopifyNotedOrder>(order).listIfAny('note_attributes')
  const noted = (name: string) =>
    wellFormed(notes.find(note => note.at('name').given === name)?.at('value').given)
  const uid = noted(uidName)
  const sid = noted(sidName)
  return uid && sid ? { uid, sid } : undefined
}

/** As the client's own cookies: printable ASCII without spaces, of at most 128 characters. */
const wellFormed = (id: unknown) =>
  typeof id === 'string' && /^[\x21-\x7e]{1,128}$/.test(id) ? id : undefined
