import type { Consent, ConsentSource } from './consent/consent.js'
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
      endpoint?: never
    }
  | {
      /** The exact URL that events are posted to, or a same-origin path such as `'/api/ometria'`. */
      endpoint: string
      domainKey?: never
      locationKey?: never
    }

export type OmetriaConfig = Account & {
  /** No default: the shop decides. A word, or a consent platform bridged (`ometria-headless/consent`). */
  consent: Consent | ConsentSource
  /** Merged under every event's own context, over `page_url` and `user_agent`. A function is asked at each event. */
  context?: Context | (() => Context) | undefined
  /** Ids from elsewhere; then no cookie is read or written. */
  user?: User | undefined
  /** Names of the identity cookies (`'ometria_uid'`, `'ometria_sid'`), and their domain (this host alone). */
  cookies?: VisitorConfig['cookies']
  /** Told of whatever the shop should know. Without an event: of something that concerns all of them. */
  onError?: ((error: OmetriaError, event?: TrackEvent) => void) | undefined
  delivery?: DeliveryConfig | undefined
  /** In place of the global `fetch`. */
  fetch?: typeof fetch | undefined
}

interface DeliveryConfig {
  /** How long one attempt may take, in ms. Default: 10 s. */
  timeoutMs?: number | undefined
  /** How long an event may wait, in ms. Default: 7 days. */
  maxAgeMs?: number | undefined
  /** How many events may wait. Default: 1,000. Orders are never dropped for it. */
  maxEvents?: number | undefined
}

export function deliveryOf({ delivery }: OmetriaConfig) {
  const { timeoutMs = 10_000, maxAgeMs = 7 * 24 * 60 * 60 * 1000, maxEvents = 1_000 } = delivery ?? {}
  return { timeoutMs, maxAgeMs, maxEvents }
}

/** What a host name is made of (RFC 1123). Anything else could point a request at another host. */
const label = /^[a-z0-9]([a-z0-9-]{0,55}[a-z0-9])?$/

/**
 * Where an account's events are posted to.
 *
 * @throws OmetriaConfigError
 */
export function addressOf(domainKey: unknown, locationKey: unknown): string {
  for (const [name, key] of Object.entries({ domainKey, locationKey })) {
    if (typeof key !== 'string' || !label.test(key)) {
      throw new OmetriaConfigError(
        `${name}: expected lower-case letters, digits and hyphens, as in your account's address.`,
      )
    }
  }
  return `https://${domainKey}.store-${locationKey}.ometria.services/api/track`
}

/**
 * The URL that a configuration posts to.
 *
 * @throws OmetriaConfigError where the configuration can't work
 */
export function endpointOf(config: OmetriaConfig): string {
  const { endpoint, domainKey, locationKey, consent, delivery }: Partial<OmetriaConfig> = Object(config)
  if (Object(consent) !== consent && !/^(granted|denied|pending)$/.test(String(consent))) {
    throw new OmetriaConfigError("consent: expected 'granted', 'denied', 'pending' or a consent source.")
  }
  for (const [name, value] of Object.entries(delivery ?? {})) {
    if (value !== undefined && !(value > 0))
      throw new OmetriaConfigError(`delivery.${name}: expected a number above 0.`)
  }
  if (endpoint === undefined) return addressOf(domainKey, locationKey)
  try {
    // The base is any: it lets a path through.
    if (/^(\/(?![/\\])|https?:\/\/[^/])/.test(endpoint) && new URL(endpoint, 'https://shop.example'))
      return endpoint
  } catch {}
  throw new OmetriaConfigError("endpoint: expected a URL, or a path of this site such as '/api/ometria'.")
}
