/** The names that this server goes by: a proxy in front may have put its own in place of the shop's. */
const hostsOf = ({ url, headers }: Request) =>
  [new URL(url).host, headers.get('host'), first(headers.get('x-forwarded-host'))].filter(host => host)

/**
 * Whether an origin is this server's own, its port included.
 *
 * `Host` and `X-Forwarded-Host` may be taken at their word here: a browser writes the one itself, and sends the other
 * across origins only after a preflight that the relay does not grant. Whoever is no browser could forge `Origin` too.
 */
export function isOwnOrigin(origin: string, request: Request): boolean {
  const own = parse(origin)
  return (
    own !== undefined && hostsOf(request).some(host => parse(`${own.protocol}//${host}`)?.host === own.host)
  )
}

/** Whether the browser sees https, whatever the proxies in between speak among themselves. */
export function isHttps({ url, headers }: Request): boolean {
  return (
    url.startsWith('https:') ||
    first(headers.get('x-forwarded-proto')) === 'https' ||
    headers.get('origin')?.startsWith('https:') === true
  )
}

/** Of a list, the entry by the proxy nearest to the browser. */
const first = (list: string | null) => list?.split(',')[0]?.trim()

function parse(url: string): URL | undefined {
  try {
    return new URL(url)
  } catch {
    return undefined
  }
}
