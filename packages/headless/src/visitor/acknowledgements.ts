import { ackCookie } from './cookie-names.js'
import { pageCookie, writePageCookie } from './page-cookies.js'

/** Whether the relay said, by a cookie, that a request of an earlier page arrived. */
export function isAcknowledged(requestId: string | number): boolean {
  const name = ackCookie(requestId)
  return name !== undefined && pageCookie(name) !== undefined
}

/** The relay's word was heard: its cookie need not travel with the shop's requests any longer. */
export function forgetAcknowledgement(requestId: string | number) {
  const name = ackCookie(requestId)
  if (name !== undefined) writePageCookie(name, '', 0)
}
