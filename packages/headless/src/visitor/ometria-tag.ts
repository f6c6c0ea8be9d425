import type { User } from '../events/events.js'
import { wellFormed } from './cookie-names.js'
import { readCookie } from './cookie-text.js'

/**
 * The visitor as Ometria's own tag knows them, by its cookie; `undefined` where there is none. For the configuration:
 * `user: fromOmetriaTag`. Ask Ometria first whether your account takes the tag's ids for headless events: they are
 * other ids than the client's own.
 */
export function fromOmetriaTag(): User | undefined {
  try {
    return tagVisitor(document.cookie)
  } catch {
    // A server has no document, and a sandboxed frame throws at a look at its cookies.
    return undefined
  }
}

/**
 * Reads the tag's visitor out of `document.cookie`. The cookie `ometria` is `2_`, its version, and a query string,
 * percent-encoded: `cid` stays with the browser, `sid` ends with the visit.
 */
export function tagVisitor(cookies: string): User | undefined {
  const [, query] = readCookie(cookies, 'ometria')?.match(/^2_(.*)$/s) ?? []
  const fields = new URLSearchParams(query)
  const uid = wellFormed(fields.get('cid') ?? undefined)
  const sid = wellFormed(fields.get('sid') ?? undefined)
  return uid && sid ? { uid, sid } : undefined
}
