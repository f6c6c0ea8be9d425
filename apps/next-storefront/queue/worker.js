import { createOmetriaWorker } from 'ometria-queue'

// The demo's worker, in a process of its own: it delivers to the mock, or to the account where there are keys.
const {
  OMETRIA_QUEUE_URL = '',
  OMETRIA_MOCK_URL,
  OMETRIA_DOMAIN_KEY = 'demo',
  OMETRIA_LOCATION_KEY = 'demo',
} = process.env

const worker = createOmetriaWorker({
  connection: OMETRIA_QUEUE_URL,
  domainKey: OMETRIA_DOMAIN_KEY,
  locationKey: OMETRIA_LOCATION_KEY,
  ...(OMETRIA_MOCK_URL && { fetch: (_, request) => fetch(`${OMETRIA_MOCK_URL}/api/track`, request) }),
  onError: ({ message }) => console.log(`  worker   ${message}`),
})
process.once('SIGTERM', async () => {
  await worker.close()
  process.exit()
})
// The demo has ended.
process.once('disconnect', () => process.exit())
