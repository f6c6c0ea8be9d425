import { readCookie, writeCookie } from '../cookies.js'
import type { User } from '../events.js'
import { hexId } from '../hex-id.js'
import { validateUser } from '../validate.js'
import { cookieNames, sidSeconds, uidSeconds, type VisitorConfig, wellFormed } from '../visitor-cookies.js'

/**
 * Who the visitor is: as the event says, else as the cookies say, else somebody new.
 *
 * @throws OmetriaValidationError
 */
export function visitorOf(given: unknown, cookies: string, config: VisitorConfig): User {
  if (given !== undefined) return validateUser(given)
  const { uid, sid } = cookieNames(config)
  return {
    uid: wellFormed(readCookie(cookies, uid)) ?? hexId(),
    sid: wellFormed(readCookie(cookies, sid)) ?? hexId(),
  }
}

/** The identity cookies once more, from the server: Safari keeps those that a script wrote for seven days at most. */
export function identityCookies(user: User, config: VisitorConfig, secure: boolean): string[] {
  const { domain, ...names } = cookieNames(config)
  const lifetimes = { uid: uidSeconds, sid: sidSeconds }
  return (['uid', 'sid'] as const)
    .filter(id => wellFormed(user[id]))
    .map(id => writeCookie(names[id], user[id], { maxAge: lifetimes[id], domain, secure }))
}
