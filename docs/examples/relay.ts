import { createOmetriaRelay } from 'ometria-headless/server'

const { OMETRIA_DOMAIN_KEY = '', OMETRIA_LOCATION_KEY = '' } = process.env

export const relay = createOmetriaRelay({
  domainKey: OMETRIA_DOMAIN_KEY,
  locationKey: OMETRIA_LOCATION_KEY,
})
