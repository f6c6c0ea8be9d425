import { createOmetriaServer } from 'ometria-headless/server'

const { OMETRIA_DOMAIN_KEY = '', OMETRIA_LOCATION_KEY = '' } = process.env

export const ometria = createOmetriaServer({
  domainKey: OMETRIA_DOMAIN_KEY,
  locationKey: OMETRIA_LOCATION_KEY,
})
