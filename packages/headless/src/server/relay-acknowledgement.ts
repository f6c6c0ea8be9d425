import { ackCookie, ackPrefix } from '../visitor/cookie-names.js'
import { writeCookie } from '../visitor/cookie-text.js'

const maxAge = 600
/** Browsers send every cookie with every request to the shop, so only so many acknowledgements are kept. */
const maxKept = 20
/** Some proxies refuse an answer whose headers are over 4 KiB (nginx, `proxy_buffer_size`), so they go a few at a time. */
const maxExpired = 5

/** What `ackCookie` may name a cookie. Only these can be named in an answer. */
const isOurs = (name: string) => name.startsWith(ackPrefix) && /^[\w.!~*'%-]+$/.test(name)

/**
 * The cookies that tell the next page what arrived after the last page had gone: one for this request, and the end of the
 * oldest where the browser has many. Nothing where this id can't be in a cookie's name: then the event is sent again.
 */
export function acknowledgement(requestId: string | number, cookies: string, secure: boolean): string[] {
  const own = ackCookie(requestId)
  if (own === undefined) return []
  // Browsers list the oldest first (RFC 6265, 5.4).
  const others = cookies.split('; ').map(cookie => cookie.split('=')[0] ?? '')
  const kept = others.filter(name => isOurs(name) && name !== own)
  const expired = kept.slice(0, Math.max(0, kept.length - maxKept + 1)).slice(0, maxExpired)
  return [
    writeCookie(own, '1', { maxAge, secure }),
    ...expired.map(name => writeCookie(name, '', { maxAge: 0, secure })),
  ]
}
