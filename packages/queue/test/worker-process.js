// A worker in a process of its own, which a test may kill: node worker-process.js <store> <queue> <upstream> [options]
import { createOmetriaWorker } from 'ometria-queue'

const [connection = '', name, upstream = '', options = '{}'] = process.argv.slice(2)
const worker = createOmetriaWorker({
  connection,
  name,
  domainKey: 'any',
  locationKey: 'any',
  // So that Ometria can tell which worker it was.
  fetch: (_, init) => fetch(upstream, { ...init, headers: { ...init.headers, 'x-worker': process.pid } }),
  ...JSON.parse(options),
})
await worker.bull.waitUntilReady()
process.send?.({ ready: true })
process.once('SIGTERM', async () => {
  await worker.close()
  process.exit()
})
