import type { User } from '../events/events.js'

/** Browsers keep no cookie for longer (RFC 6265bis, 5.5). */
export const uidSeconds = 400 * 24 * 60 * 60
/** Ometria's own tracker ends a visit after as long without activity. */
export const sidSeconds = 30 * 60

/** Who the visitor is, and in which cookies that stands. */
export interface VisitorConfig {
  /** Ids from elsewhere; a function is asked at each event. */
  user?: User | (() => User | undefined) | undefined
  /** Names of the identity cookies (`'ometria_uid'`, `'ometria_sid'`), and their domain (this host alone). */
  cookies?: { uid?: string | undefined; sid?: string | undefined; domain?: string | undefined } | undefined
}

export function cookieNames({ cookies }: VisitorConfig) {
  const { uid = 'ometria_uid', sid = 'ometria_sid', domain } = cookies ?? {}
  return { uid, sid, domain }
}

/** An id that came from outside: anything that a header can carry; else it counts as none. */
export const wellFormed = (id: string | undefined) => (/^[\x21-\x7e]{1,128}$/.test(id ?? '') ? id : undefined)

/**
 * How the names of the cookies begin by which the relay tells the next page what arrived after the last page had gone. Each
 * request has a cookie of its own, so that answers that come at the same time overwrite nothing.
 */
export const ackPrefix = 'ometria_ack_'

/**
 * The name of a request's acknowledgement: the prefix, and the id as a cookie's name may hold it (RFC 6265, 4.1.1: a token,
 * which has no parentheses). Nothing where the id is longer than 120 characters then, or holds half a character.
 */
export function ackCookie(requestId: string | number): string | undefined {
  try {
    const id = encodeURIComponent(requestId).replace(/[()]/g, part => (part === '(' ? '%28' : '%29'))
    return id.length > 120 ? undefined : ackPrefix + id
  } catch {
    return undefined
  }
}
