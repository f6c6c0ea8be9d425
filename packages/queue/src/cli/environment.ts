import type { Upstream } from 'ometria-headless/server'
import { CommandError } from './exit.js'

type Environment = Record<string, string | undefined>

const meanings = {
  OMETRIA_QUEUE_URL:
    'the store, such as redis://localhost:6379 or postgres://user:password@localhost:5432/shop',
  OMETRIA_DOMAIN_KEY: "the account's domain key, the first part of its address at Ometria",
  OMETRIA_LOCATION_KEY: "the account's location key",
  OMETRIA_API_KEY: "the key that goes with the account's OMETRIA_API_SECRET",
  OMETRIA_API_SECRET: "the secret that goes with the account's OMETRIA_API_KEY",
}
type Name = keyof typeof meanings

/**
 * Where the queue is.
 *
 * @throws CommandError that names what is missing
 */
export function queueOf(environment: Environment): { connection: string; name: string } {
  const { OMETRIA_QUEUE_URL } = need(environment, ['OMETRIA_QUEUE_URL'])
  if (!/^(rediss?|postgres(ql)?):\/\/./.test(OMETRIA_QUEUE_URL)) {
    throw new CommandError('OMETRIA_QUEUE_URL: expected redis://…, rediss://… or postgres://….')
  }
  return { connection: OMETRIA_QUEUE_URL, name: environment.OMETRIA_QUEUE_NAME || 'ometria' }
}

/**
 * The account to deliver to.
 *
 * @throws CommandError that names what is missing
 */
export function accountOf(environment: Environment): Upstream {
  const account = need(environment, ['OMETRIA_QUEUE_URL', 'OMETRIA_DOMAIN_KEY', 'OMETRIA_LOCATION_KEY'])
  const keys = { domainKey: account.OMETRIA_DOMAIN_KEY, locationKey: account.OMETRIA_LOCATION_KEY }
  if (!environment.OMETRIA_API_KEY && !environment.OMETRIA_API_SECRET) return keys
  const auth = need(environment, ['OMETRIA_API_KEY', 'OMETRIA_API_SECRET'])
  return { ...keys, auth: { key: auth.OMETRIA_API_KEY, secret: auth.OMETRIA_API_SECRET } }
}

function need<Needed extends Name>(environment: Environment, names: Needed[]): Record<Needed, string> {
  const missing = names.filter(name => !environment[name])
  if (missing.length === 0) {
    return Object.fromEntries(names.map(name => [name, environment[name]])) as Record<Needed, string>
  }
  const lines = missing.map(name => `${name} is not set. It is ${meanings[name]}.`)
  throw new CommandError(lines.join('\n'))
}
