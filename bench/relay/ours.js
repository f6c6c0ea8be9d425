import { createOmetriaRelay } from 'ometria-headless/server'
import { serve } from './serve.js'

const [, , upstream = ''] = process.argv

serve(
  createOmetriaRelay({
    domainKey: 'shop',
    locationKey: 'eu',
    timeoutMs: 10 * 60_000,
    fetch: (_, init) => fetch(upstream, init),
  }),
)
