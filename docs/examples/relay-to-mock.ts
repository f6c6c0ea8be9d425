import { createOmetriaRelay, type Upstream } from 'ometria-headless/server'

const account: Upstream = {
  domainKey: 'any',
  locationKey: 'any',
  fetch: (_, request) => fetch('http://localhost:4010/api/track', request),
}

export const relay = createOmetriaRelay(account)
