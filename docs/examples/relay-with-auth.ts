import { createOmetriaRelay } from 'ometria-headless/server'

const { OMETRIA_DOMAIN_KEY = '', OMETRIA_LOCATION_KEY = '' } = process.env
const { OMETRIA_API_KEY = '', OMETRIA_API_SECRET = '' } = process.env

export const relay = createOmetriaRelay({
  domainKey: OMETRIA_DOMAIN_KEY,
  locationKey: OMETRIA_LOCATION_KEY,
  auth: { key: OMETRIA_API_KEY, secret: OMETRIA_API_SECRET },
})
