import type { Consent, ConsentSource } from './consent/consent.js'
import { cure } from './cure.js'
import { OmetriaConfigError, type OmetriaError } from './errors.js'
import type { Context, TrackEvent, User } from './events/events.js'
import type { VisitorConfig } from './visitor/cookie-names.js'

/** An account's keys, or the address of a relay. */
export type Account =
  | {
      /** The account's domain key: the first part of its address at Ometria. */
      domainKey: string
      /** The account's location key. */
      locationKey: string
      endpoint?: undefined
    }
  | {
      /** The exact URL that events are posted to, or a same-origin path such as `'/api/ometria'`. */
      endpoint: string
      domainKey?: undefined
      locationKey?: undefined
    }

/** How a client tracks: the account or the relay, consent, and what may differ from the defaults. */
export type OmetriaConfig = Account & {
  /** No default: the shop decides. A word, or a consent platform bridged (`ometria-headless/consent`). */
  consent: Consent | ConsentSource
  /** Merged under every event's own context, over `page_url` and `user_agent`. A function is asked at each event. */
  context?: Context | (() => Context) | undefined
  /**
   * Ids from elsewhere; then no cookie is read or written. A function is asked at each event; where it knows nobody,
   * the cookies are used as ever.
   */
  user?: User | (() => User | undefined) | undefined
  /** Names of the identity cookies (`'ometria_uid'`, `'ometria_sid'`), and their domain (this host alone). */
  cookies?: VisitorConfig['cookies']
  /** Told of whatever the shop should know. Without an event: of something that concerns all of them. */
  onError?: ((error: OmetriaError, event?: TrackEvent) => void) | undefined
  delivery?: DeliveryConfig | undefined
  /** In place of the global `fetch`. */
  fetch?: typeof fetch | undefined
}

/** How long events are tried, and how many may wait. */
export interface DeliveryConfig {
  /** How long one attempt may take, in ms. Default: 10 s. */
  timeoutMs?: number | undefined
  /** How long an event may wait, in ms. Default: 7 days. */
  maxAgeMs?: number | undefined
  /** How many events may wait. Default: 1,000. Orders are never dropped for it. */
  maxEvents?: number | undefined
}

/** What the shop said of delivery, and the default for what it left open or can't mean: it may change later. */
export function deliveryOf({ delivery }: OmetriaConfig) {
  const { timeoutMs, maxAgeMs, maxEvents } = delivery ?? {}
  return {
    timeoutMs: above0(timeoutMs, 10_000),
    maxAgeMs: above0(maxAgeMs, 7 * 24 * 60 * 60 * 1000),
    maxEvents: above0(maxEvents, 1_000),
  }
}

const above0 = (given = 0, otherwise: number) => (given > 0 ? given : otherwise)

/** What a host name is made of (RFC 1123). Anything else could point a request at another host. */
const label = /^[a-z0-9]([a-z0-9-]{0,55}[a-z0-9])?$/

/**
 * Where an account's events are posted to.
 *
 * @throws OmetriaConfigError
 */
export function addressOf(domainKey: unknown, locationKey: unknown): string {
  for (const [name, key] of Object.entries({ domainKey, locationKey })) {
    if (typeof key !== 'string' || !label.test(key) || isMissing(key)) {
      throw unusable(name, 'lower-case letters, digits and hyphens', isMissing(key))
    }
  }
  return `https://${domainKey}.store-${locationKey}.ometria.services/api/track`
}

/**
 * The URL that a configuration posts to; on a server it may be a path.
 *
 * @throws OmetriaConfigError where the configuration can't work
 */
export function endpointOf(config: OmetriaConfig): string {
  const given: Partial<OmetriaConfig> = Object(config)
  const { endpoint, domainKey, locationKey, consent, delivery } = given
  if (Object(consent) !== consent && !/^(granted|denied|pending)$/.test(String(consent)))
    throw unusable('consent', "'granted', 'denied', 'pending' or a consent source")
  for (const [name, value] of Object.entries(delivery ?? {}))
    if (value !== undefined && !(value > 0)) throw unusable(`delivery.${name}`, 'a number above 0')
  const hasKeys = domainKey !== undefined || locationKey !== undefined
  if (endpoint === undefined && (hasKeys || !('endpoint' in given))) return addressOf(domainKey, locationKey)
  try {
    // Without user name and password: browsers refuse to post there, and every visitor could read them.
    if (typeof endpoint === 'string' && /^(\/(?![/\\])|https?:\/\/[^/?#@]+([/?#]|$))/.test(endpoint))
      return resolve(endpoint)
  } catch {}
  throw unusable('endpoint', 'a URL, or a path of this site', isMissing(endpoint))
}

/** A path is one of this site, even where the page's `<base>` names another. */
function resolve(endpoint: string): string {
  // On a server, and in a frame or file without an origin, the path stays as it is.
  const site = typeof origin === 'string' && origin !== 'null' && origin
  const { href } = new URL(endpoint, site || 'https://shop.example')
  return site && endpoint.startsWith('/') ? href : endpoint
}

/** Nothing, or what code makes of a missing environment variable when it writes it into a text. */
const isMissing = (given: unknown) => given == null || given === '' || given === 'undefined'

function unusable(name: string, expected: string, gotNothing = false) {
  const found = gotNothing ? `, got nothing.${cure('missing')}` : '.'
  return new OmetriaConfigError(`${name}: expected ${expected}${found}`)
}
