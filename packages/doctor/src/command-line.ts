import { parseArgs } from 'node:util'
import { exampleOrigin } from './cors.js'
import type { Credentials } from './credentials.js'
import type { Keys } from './set-up.js'

/** The command was not given what it needs. Its message repeats nothing that was typed: a secret may be in it. */
export class UsageError extends Error {}

export interface Command {
  endpoint: URL
  keys: Keys
  origin: string
  auth: Credentials | undefined
  send: boolean
  json: boolean
}

const text = { type: 'string' } as const
const flag = { type: 'boolean' } as const
const options = {
  'domain-key': text,
  'location-key': text,
  key: text,
  secret: text,
  origin: text,
  endpoint: text,
  send: flag,
  json: flag,
  help: { ...flag, short: 'h' },
} as const

/**
 * Reads the command line, and the environment beneath it. `'help'` where that was asked for.
 *
 * @throws UsageError
 */
export function readCommand(args: string[], env: Record<string, string | undefined>): Command | 'help' {
  const { values } = parse(args)
  if (values.help) return 'help'
  const given = (name: 'domain-key' | 'location-key' | 'key' | 'secret', variable: string) =>
    values[name] || env[variable] || undefined
  const domainKey = given('domain-key', 'OMETRIA_DOMAIN_KEY')
  const locationKey = given('location-key', 'OMETRIA_LOCATION_KEY')
  const key = given('key', 'OMETRIA_API_KEY')
  const secret = given('secret', 'OMETRIA_API_SECRET')
  return {
    endpoint: endpointOf(values.endpoint, domainKey, locationKey),
    keys: { domainKey: domainKey ?? 'your-domain-key', locationKey: locationKey ?? 'your-location-key' },
    origin: originOf(values.origin ?? exampleOrigin),
    auth: authOf(key, secret),
    send: values.send ?? false,
    json: values.json ?? false,
  }
}

function parse(args: string[]) {
  try {
    return parseArgs({ args, options })
  } catch {
    throw new UsageError('The command line has an option that is not known, or one without its value.')
  }
}

function endpointOf(endpoint: string | undefined, domainKey?: string, locationKey?: string): URL {
  if (endpoint !== undefined) {
    const url = URL.canParse(endpoint) ? new URL(endpoint) : undefined
    if (url && /^https?:$/.test(url.protocol) && !url.username && !url.password) return url
    throw new UsageError(
      '--endpoint: expected a URL such as http://localhost:4010/api/track, without credentials.',
    )
  }
  return new URL(
    `https://${label('--domain-key', 'OMETRIA_DOMAIN_KEY', domainKey)}.store-${label('--location-key', 'OMETRIA_LOCATION_KEY', locationKey)}.ometria.services/api/track`,
  )
}

function label(option: string, variable: string, key: string | undefined): string {
  if (!key) throw new UsageError(`${option}: expected the key, here or in ${variable}. There was none.`)
  // What a host name is made of (RFC 1123): anything else could point the question at another host.
  if (/^[a-z0-9]([a-z0-9-]{0,55}[a-z0-9])?$/.test(key)) return key
  throw new UsageError(
    `${option}: expected lower-case letters, digits and hyphens, as in your account's address.`,
  )
}

function originOf(origin: string): string {
  const url = URL.canParse(origin) ? new URL(origin) : undefined
  if (url && /^https?:$/.test(url.protocol)) return url.origin
  throw new UsageError('--origin: expected the address of your shop, such as https://shop.example.')
}

function authOf(key: string | undefined, secret: string | undefined): Credentials | undefined {
  if (key === undefined && secret === undefined) return undefined
  if (key && secret && !key.includes(':')) return { key, secret }
  throw new UsageError('--key and --secret: expected both, the key without a colon.')
}

export const help = `ometria-doctor asks an Ometria account what it accepts, and prints the set-up that follows.

  npx ometria-doctor --domain-key acme --location-key eu --origin https://shop.example

  --domain-key KEY     the account's domain key          (or OMETRIA_DOMAIN_KEY)
  --location-key KEY   the account's location key        (or OMETRIA_LOCATION_KEY)
  --key KEY            the key of its credentials        (or OMETRIA_API_KEY)
  --secret SECRET      the secret of its credentials     (or OMETRIA_API_SECRET, which leaves no trace in the shell's history)
  --origin URL         the shop whose pages are to post  (${exampleOrigin} unless given)
  --send               sends a real view, twice: it counts in the account
  --json               prints JSON
  --endpoint URL       asks this address in place of the account's, such as a mock's

Without --send, nothing is sent that could count. No secret is printed.

It ends with 0 where a set-up follows, 1 where something has to be mended first, 2 where the command
line is wrong, and 3 where there was no answer.
`
