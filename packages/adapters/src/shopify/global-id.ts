import type { Place } from '../place.js'

/**
 * The number at the end of `gid://shopify/Product/123`, as Shopify's webhooks and Ometria's own integration have it. An id
 * of another form stays as it is.
 */
export function numericId(place: Place): string {
  const id = place.id()
  return /^gid:\/\/shopify\/\w+\/(\d+)/.exec(id)?.[1] ?? id
}
