import type { User } from '../events/events.js'

/** Browsers keep no cookie for longer (RFC 6265bis, 5.5). */
export const uidSeconds = 400 * 24 * 60 * 60
/** Ometria's own tracker ends a visit after as long without activity. */
export const sidSeconds = 30 * 60

export interface VisitorConfig {
  user?: User | undefined
  cookies?: { uid?: string | undefined; sid?: string | undefined; domain?: string | undefined } | undefined
}

export function cookieNames({ cookies }: VisitorConfig) {
  const { uid = 'ometria_uid', sid = 'ometria_sid', domain } = cookies ?? {}
  return { uid, sid, domain }
}

/** An id that came from outside: anything that a header can carry; else it counts as none. */
export const wellFormed = (id: string | undefined) => (/^[\x21-\x7e]{1,128}$/.test(id ?? '') ? id : undefined)

/** By it the relay tells the next page what arrived after the last page had gone: request ids, one a line. */
export const ackCookie = 'ometria_ack'
