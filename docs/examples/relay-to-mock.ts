import { createOmetriaRelay } from 'ometria-headless/server'

export const relay = createOmetriaRelay({
  domainKey: 'any',
  locationKey: 'any',
  fetch: (_, request) => fetch('http://localhost:4010/api/track', request),
})
