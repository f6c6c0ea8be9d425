import { createOmetriaRelay, createOmetriaServer, type Upstream } from 'ometria-headless/server'

function create() {
  const { OMETRIA_MOCK, OMETRIA_DOMAIN_KEY = '', OMETRIA_LOCATION_KEY = '' } = process.env
  // Your account, or the mock in its place.
  const account: Upstream = OMETRIA_MOCK
    ? { domainKey: 'mock', locationKey: 'mock', fetch: (_, request) => fetch(OMETRIA_MOCK, request) }
    : { domainKey: OMETRIA_DOMAIN_KEY, locationKey: OMETRIA_LOCATION_KEY }
  return { relay: createOmetriaRelay(account), server: createOmetriaServer(account) }
}

let made: ReturnType<typeof create> | undefined

/** Made when it is first asked for: the keys are there when the server runs, and perhaps not when it is built. */
export function ometria() {
  made ??= create()
  return made
}
