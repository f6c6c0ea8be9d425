/**
 * Whether an origin is this server's own, its port included.
 *
 * `http` and `https` are not told apart: behind a proxy that ends TLS, the request's own URL says `http` to a page on
 * `https`. `X-Forwarded-Host` does not count: where a shop's CORS middleware grants every header, any page could send it.
 * Behind a proxy that rewrites `Host`, name the shop's origin in `allowedOrigins` for browsers that send no
 * `Sec-Fetch-Site`.
 */
export function isOwnOrigin(origin: string, { url, headers }: Request): boolean {
  const own = parse(origin)
  if (!own) return false
  const hosts = [new URL(url).host, headers.get('host')]
  return hosts.some(host => host && parse(`${own.protocol}//${host}`)?.host === own.host)
}

/** Whether the browser sees https, whatever the proxies in between speak among themselves. */
export function isHttps({ url, headers }: Request): boolean {
  return (
    url.startsWith('https:') ||
    headers.get('x-forwarded-proto')?.split(',')[0]?.trim() === 'https' ||
    headers.get('origin')?.startsWith('https:') === true
  )
}

function parse(url: string): URL | undefined {
  try {
    return new URL(url)
  } catch {
    return undefined
  }
}
