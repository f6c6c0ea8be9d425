import { ackCookie } from './cookie-names.js'
import { pageCookie, writePageCookie } from './page-cookies.js'

/**
 * Whether the relay said, by a cookie, that a request of an earlier page arrived. Once heard, the cookie is removed: it need
 * not travel with the shop's requests any longer.
 */
export function takeAcknowledgement(requestId: string | number): boolean {
  const name = ackCookie(requestId)
  if (name === undefined || pageCookie(name) === undefined) return false
  writePageCookie(name, '', 0)
  return true
}
