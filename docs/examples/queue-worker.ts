import { createOmetriaWorker } from 'ometria-queue'

const { OMETRIA_QUEUE_URL = '', OMETRIA_DOMAIN_KEY = '', OMETRIA_LOCATION_KEY = '' } = process.env

const worker = createOmetriaWorker({
  connection: OMETRIA_QUEUE_URL,
  domainKey: OMETRIA_DOMAIN_KEY,
  locationKey: OMETRIA_LOCATION_KEY,
  rate: { max: 50, perMs: 1_000 },
  onError: (error, event) => console.error(error.code, error.message, event?.request_id),
})

process.once('SIGTERM', async () => {
  await worker.close() // finishes what is being sent
  process.exit()
})
