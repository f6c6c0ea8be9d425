import { ackCookie } from '../visitor/cookie-names.js'
import { readCookie, writeCookie } from '../visitor/cookie-text.js'

const maxAge = 600
const maxIds = 20
/** Of the cookie's encoded value; with name and attributes a browser takes 4,096 bytes. */
const maxLength = 1_500

/** What can stand in a line: no control characters, and no half of a surrogate pair, which has no encoding. */
const fits = (id: string) => id !== '' && !/[\p{Cc}\p{Cs}]/u.test(id)

/**
 * The cookie that tells the next page what arrived after the last page had gone: the request ids, one a line, the
 * newest last. Nothing where this id can't be put in it.
 */
export function acknowledgement(
  requestId: string | number,
  cookies: string,
  secure: boolean,
): string | undefined {
  const id = String(requestId)
  if (!fits(id) || encodeURIComponent(id).length > maxLength) return undefined
  const earlier = (readCookie(cookies, ackCookie)?.split('\n') ?? []).filter(
    other => fits(other) && other !== id,
  )
  const ids = [...earlier, id].slice(-maxIds)
  while (encodeURIComponent(ids.join('\n')).length > maxLength) ids.shift()
  return writeCookie(ackCookie, ids.join('\n'), { maxAge, secure })
}
