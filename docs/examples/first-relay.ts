import { createOmetriaRelay } from 'ometria-headless/server'

const { OMETRIA_MOCK, OMETRIA_DOMAIN_KEY = '', OMETRIA_LOCATION_KEY = '' } = process.env

/** To your account, or to the mock in its place. */
export const relay = createOmetriaRelay(
  OMETRIA_MOCK
    ? { domainKey: 'mock', locationKey: 'mock', fetch: (_, request) => fetch(OMETRIA_MOCK, request) }
    : { domainKey: OMETRIA_DOMAIN_KEY, locationKey: OMETRIA_LOCATION_KEY },
)
