import { ometriaFetch } from './ometria-fetch.ts'

const { OMETRIA_DOMAIN_KEY = 'demo', OMETRIA_LOCATION_KEY = 'demo' } = process.env

/** What the relay and the server client need to reach Ometria. It stays on the server. */
export const account = {
  domainKey: OMETRIA_DOMAIN_KEY,
  locationKey: OMETRIA_LOCATION_KEY,
  fetch: ometriaFetch,
}
