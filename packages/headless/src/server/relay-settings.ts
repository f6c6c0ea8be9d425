import { OmetriaConfigError } from '../errors.js'
import type { VisitorConfig } from '../visitor/cookie-names.js'
import { aDuration, isDuration } from './duration.js'
import type { UpstreamOrQueue } from './queue.js'
import { everyEvent, isReportable, type ReportableEvent, reportableByDefault } from './relay-reportable.js'

/** The account or the queue that a relay passes events on to, and what it lets in. */
export type OmetriaRelayConfig = UpstreamOrQueue & RelaySettings

interface RelaySettings {
  /** Other origins whose pages may post here, such as `'https://shop.example'`. Pages of this host always may. */
  allowedOrigins?: string[] | undefined
  /** What a browser may report. Default: `['view', 'basket add', 'basket remove', 'order add']`. */
  allow?: ReportableEvent[] | undefined
  /** Names of the identity cookies (`'ometria_uid'`, `'ometria_sid'`), and their domain (this host alone). */
  cookies?: VisitorConfig['cookies']
  /** How long a browser may take to send its event, and Ometria to answer, in ms each. Default: 8 s. */
  timeoutMs?: number | undefined
  /** The largest body that is read, in bytes. Default: 513 KiB, an event's 512 and one for its visitor. */
  maxBodyBytes?: number | undefined
}

/** @throws OmetriaConfigError where the configuration can't work */
export function settingsOf({
  allowedOrigins = [],
  allow = [...reportableByDefault],
  cookies = {},
  timeoutMs = 8_000,
  maxBodyBytes = 513 * 1024,
}: RelaySettings) {
  for (const [name, value] of Object.entries({ allowedOrigins, allow })) {
    if (!Array.isArray(value)) refuse(name, 'a list')
  }
  allowedOrigins.forEach((origin, index) => {
    if (originOf(origin) === origin) return
    refuse(`allowedOrigins[${index}]`, "an origin such as 'https://shop.example', without a path")
  })
  allow.forEach((kind, index) => {
    if (!isReportable(kind)) refuse(`allow[${index}]`, `one of '${everyEvent.join("', '")}'`)
  })
  if (typeof cookies !== 'object' || cookies === null) refuse('cookies', '{ uid, sid, domain }')
  for (const [name, value] of Object.entries(cookies)) {
    if (value === undefined) continue
    // What RFC 6265 lets a cookie's name be, and a host name.
    const fit = name === 'domain' ? /^\.?[a-z0-9-]+(\.[a-z0-9-]+)*$/i : /^[\w!#$%&'*+.^`|~-]+$/
    if (typeof value !== 'string' || !fit.test(value)) {
      refuse(
        `cookies.${name}`,
        name === 'domain' ? 'a host name' : 'letters, digits, hyphens and underscores',
      )
    }
  }
  if (!isDuration(timeoutMs)) refuse('timeoutMs', aDuration)
  if (!(maxBodyBytes > 0)) refuse('maxBodyBytes', 'a number above 0')
  return { allowedOrigins, allow, cookies, timeoutMs, maxBodyBytes }
}

function refuse(what: string, expected: string): never {
  throw new OmetriaConfigError(`${what}: expected ${expected}.`)
}

function originOf(url: string): string | undefined {
  try {
    return new URL(url).origin
  } catch {
    return undefined
  }
}
