import { createOmetriaRelay } from 'ometria-headless/server'

interface Env {
  OMETRIA_DOMAIN_KEY: string
  OMETRIA_LOCATION_KEY: string
}

let relay: ReturnType<typeof createOmetriaRelay> | undefined

/** The relay, made when the first request brings the values of the environment. */
export function relayOf({ OMETRIA_DOMAIN_KEY, OMETRIA_LOCATION_KEY }: Env) {
  relay ??= createOmetriaRelay({ domainKey: OMETRIA_DOMAIN_KEY, locationKey: OMETRIA_LOCATION_KEY })
  return relay
}
