const {
  VITE_OMETRIA_DOMAIN_KEY: domainKey,
  VITE_OMETRIA_LOCATION_KEY: locationKey,
  VITE_OMETRIA_ENDPOINT: endpoint = 'http://127.0.0.1:4010/api/track',
} = import.meta.env

/** Where events go: to a real account when its keys are set, else to the mock. */
export const account = domainKey && locationKey ? { domainKey, locationKey } : { endpoint }

/** Where the mock tells what it received. A real account tells nobody. */
export const receivedUrl =
  'endpoint' in account ? new URL('/events', new URL(account.endpoint, location.href)).href : undefined
