import { isOwnOrigin } from './relay-address.js'

/**
 * Whether a page of the shop sends this. The browser itself sets `Origin` and `Sec-Fetch-Site`, and no script can (Fetch
 * standard, forbidden request-headers). A request without both does not come from a browser.
 */
export function isFromShop(request: Request, allowedOrigins: readonly string[]): boolean {
  const origin = request.headers.get('origin')
  const site = request.headers.get('sec-fetch-site')
  // A sandboxed frame and a local file have the origin 'null'. Neither is a page of the shop.
  if (origin === 'null') return false
  if (origin !== null && allowedOrigins.includes(origin)) return true
  if (site === 'same-origin') return true
  if (site !== null && site !== 'same-site') return false
  return origin !== null && isOwnOrigin(origin, request)
}

/**
 * The headers that let a page of an allowed origin read the answer; nothing for any other origin. They allow no
 * credentials: such a page sends its `user` along, and its browser would keep no cookie of ours.
 */
export function corsHeaders(
  request: Request,
  allowedOrigins: readonly string[],
): Record<string, string> | undefined {
  const origin = request.headers.get('origin')
  if (origin === null || !allowedOrigins.includes(origin)) return undefined
  return {
    'access-control-allow-origin': origin,
    'access-control-expose-headers': 'retry-after',
    vary: 'origin',
  }
}

/** More headers for the answer to a preflight, which browsers send ahead of JSON to another origin. */
export const preflightHeaders = {
  'access-control-allow-methods': 'POST',
  'access-control-allow-headers': 'content-type',
  'access-control-max-age': '7200',
}
