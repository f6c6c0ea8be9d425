import { createOmetriaServer } from 'ometria-headless/server'
import { webhookRoute } from './webhook.js'

const { OMETRIA_DOMAIN_KEY = '', OMETRIA_LOCATION_KEY = '' } = process.env

const ometria = createOmetriaServer({
  domainKey: OMETRIA_DOMAIN_KEY,
  locationKey: OMETRIA_LOCATION_KEY,
  retry: { attempts: 1, timeoutMs: 3000 }, // Shopify waits 5 seconds, and does the retrying
})

export const POST = webhookRoute(event => ometria.track(event))
