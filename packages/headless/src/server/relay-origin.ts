import { isOwnOrigin } from './relay-address.js'

/**
 * Whether a page of the shop sends this. `Origin` and `Sec-Fetch-Site` are the browser's own word, which no script can
 * set (Fetch standard, forbidden request-headers); where both are missing, it is no browser that asks.
 */
export function isFromShop(request: Request, allowedOrigins: readonly string[]): boolean {
  const origin = request.headers.get('origin')
  const site = request.headers.get('sec-fetch-site')
  // What has no origin of its own (a sandboxed frame, a local file) is no page of the shop.
  if (origin === 'null') return false
  if (origin !== null && allowedOrigins.includes(origin)) return true
  if (site === 'same-origin') return true
  if (site !== null && site !== 'same-site') return false
  return origin !== null && isOwnOrigin(origin, request)
}

/**
 * What lets a page of an allowed origin read the answer; nothing for any other. Without credentials: such a page sends
 * its `user` along, and its browser would keep no cookie of ours.
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

/** What a preflight is told besides: browsers send one ahead of JSON that goes to another origin. */
export const preflightHeaders = {
  'access-control-allow-methods': 'POST',
  'access-control-allow-headers': 'content-type',
  'access-control-max-age': '7200',
}
