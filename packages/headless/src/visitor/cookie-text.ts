/** Reads one cookie out of a `Cookie` header or `document.cookie`. One that can't be decoded counts as none. */
export function readCookie(cookies: string, name: string): string | undefined {
  for (const cookie of cookies.split('; ')) {
    if (!cookie.startsWith(`${name}=`)) continue
    try {
      return decodeURIComponent(cookie.slice(name.length + 1))
    } catch {
      return undefined
    }
  }
  return undefined
}

/** Writes one cookie, for `Set-Cookie` or `document.cookie`. It is gone at once with a `maxAge` (in seconds) of 0. */
export function writeCookie(
  name: string,
  value: string,
  { maxAge, domain, secure }: { maxAge: number; domain?: string | undefined; secure: boolean },
): string {
  const where = domain ? `; Domain=${domain}` : ''
  return `${name}=${encodeURIComponent(value)}; Max-Age=${maxAge}; Path=/; SameSite=Lax${where}${secure ? '; Secure' : ''}`
}
