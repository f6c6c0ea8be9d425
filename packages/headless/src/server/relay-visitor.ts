import type { User } from '../events/events.js'
import { validateUser } from '../events/validate.js'
import { hexId } from '../hex-id.js'
import {
  cookieNames,
  sidSeconds,
  uidSeconds,
  type VisitorConfig,
  wellFormed,
} from '../visitor/cookie-names.js'
import { readCookie, writeCookie } from '../visitor/cookie-text.js'

/**
 * Who the visitor is: as the event says, else as the cookies say, else somebody new.
 *
 * @throws OmetriaValidationError
 */
export function visitorOf(given: unknown, cookies: string, config: VisitorConfig): User {
  if (given !== undefined) return validateUser(given)
  const { uid = hexId(), sid = hexId() } = knownBy(cookies, config)
  return { uid, sid }
}

/** The visitor by the browser's cookies. */
function knownBy(cookies: string, config: VisitorConfig): Known {
  const { uid, sid } = cookieNames(config)
  return { uid: wellFormed(readCookie(cookies, uid)), sid: wellFormed(readCookie(cookies, sid)) }
}

type Known = { [Id in keyof User]: string | undefined }

/**
 * The identity cookies, set again from the server: Safari keeps a cookie that a script wrote for seven days at most.
 * Where the browser has ids, these stay, even if the event has others: it may have waited since an earlier visit.
 */
export function identityCookies(
  user: User,
  given: unknown,
  cookies: string,
  config: VisitorConfig,
  secure: boolean,
): string[] {
  const { domain, ...names } = cookieNames(config)
  const known = knownBy(cookies, config)
  const kept: Known = given !== undefined && (known.uid ?? known.sid) ? known : user
  const lifetimes = { uid: uidSeconds, sid: sidSeconds }
  return (['uid', 'sid'] as const).flatMap(id => {
    const value = wellFormed(kept[id])
    return value ? [writeCookie(names[id], value, { maxAge: lifetimes[id], domain, secure })] : []
  })
}
