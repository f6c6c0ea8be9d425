import { readCookie, writeCookie } from './cookie-text.js'

/** All cookies that the page may see. A sandboxed frame has none, and throws. */
export function allCookies(): string {
  try {
    return document.cookie
  } catch {
    return ''
  }
}

/** The value of one of the page's cookies. */
export const pageCookie = (name: string, among = allCookies()) => readCookie(among, name)

/** Writes one cookie for the whole site. Where the browser refuses, nothing happens. */
export function writePageCookie(name: string, value: string, maxAge: number, domain?: string) {
  try {
    document.cookie = writeCookie(name, value, { maxAge, domain, secure: location.protocol === 'https:' })
  } catch {}
}

/** Removes a cookie, whichever domain of this site a server may have set it for. */
export function erasePageCookie(name: string) {
  const labels = location.hostname.split('.')
  do writePageCookie(name, '', 0, labels.join('.'))
  while (labels.shift() !== undefined)
}
