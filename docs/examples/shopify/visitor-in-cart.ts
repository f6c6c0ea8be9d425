import { cartAttributes } from 'ometria-adapters/shopify'
import type { User } from 'ometria-headless'

const { SHOPIFY_SHOP = '', SHOPIFY_STOREFRONT_TOKEN = '' } = process.env

const query = /* GraphQL */ `
  mutation ($cartId: ID!, $attributes: [AttributeInput!]!) {
    cartAttributesUpdate(cartId: $cartId, attributes: $attributes) {
      userErrors { message }
    }
  }
`

/** Puts the visitor into Shopify's cart, from which the order gets it. Nobody, as after consent was taken back, takes it out. */
export async function putVisitorInCart(cartId: string, user: User | null) {
  const response = await fetch(`https://${SHOPIFY_SHOP}/api/2026-01/graphql.json`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-shopify-storefront-access-token': SHOPIFY_STOREFRONT_TOKEN,
    },
    // These replace the cart's attributes: add yours, where you have any.
    body: JSON.stringify({ query, variables: { cartId, attributes: cartAttributes(user) } }),
  })
  if (!response.ok) throw new Error(`Shopify answered ${response.status}.`)
}
