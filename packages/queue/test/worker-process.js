// A worker in a process of its own, which a test may kill: node worker-process.js <store> <queue> <upstream> [options]
import { createOmetriaWorker } from 'ometria-queue'

const [connection = '', name, upstream = '', options = '{}'] = process.argv.slice(2)
const worker = createOmetriaWorker({
  connection,
  name,
  domainKey: 'any',
  locationKey: 'any',
  fetch: (_, init) => {
    // So that Ometria can tell which worker it was, and for how long that has waited.
    const headers = { ...init.headers, 'x-worker': process.pid, 'x-sent-at': Date.now() }
    return fetch(upstream, { ...init, headers })
  },
  ...JSON.parse(options),
})
await worker.bull.waitUntilReady()
process.send?.({ ready: true })
process.once('SIGTERM', async () => {
  await worker.close()
  process.exit()
})
