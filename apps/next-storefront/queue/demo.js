import { fork } from 'node:child_process'
import { createInterface } from 'node:readline'
import { createMockOmetria } from 'ometria-mock'
import { listen } from 'ometria-mock/node'
import { createOmetriaQueue } from 'ometria-queue'
import { startShop } from '../demo-shop.js'
import { showBoard } from './board.js'
import { startPostgres } from './postgres.js'

// The shop with a queue behind its relay: a store, a worker in a process of its own, Bull Board, and a mock of Ometria.
const given = process.env.OMETRIA_QUEUE_URL
const connection = given ?? (await startPostgres())
const ometria = createMockOmetria()
let mock = await listen(ometria, { port: 4010 })
process.env.OMETRIA_QUEUE_URL = connection
process.env.OMETRIA_MOCK_URL = mock.url

/** @type {import('node:child_process').ChildProcess | undefined} */
let worker = startWorker()
const board = await showBoard(createOmetriaQueue({ connection }))
const shop = await startShop()

console.log(`
  Shop        ${shop.origin}
  Mock        ${mock.url}      what Ometria received
  Bull Board  ${board}     what waits in the queue, in ${given ? 'the store that you named' : 'a Postgres of the demo'}
  Worker      process ${worker.pid}

  Open the shop, choose Accept, and put something in the basket. The panel beside the shop shows what Ometria received,
  and above that how much waits in the queue.

  Now break it. Nothing is lost:

    w + Enter   kills the worker, or starts another. Buy something meanwhile: the shop takes it, and it waits.
    m + Enter   stops the mock, or starts it again. What waits is tried again, ever more rarely, and then arrives.

  Ctrl-C stops everything. What waits then is delivered when you start the demo again.
`)

for await (const line of createInterface({ input: process.stdin })) {
  if (line.trim() === 'w') toggleWorker()
  if (line.trim() === 'm') await toggleMock()
}

function startWorker() {
  const started = fork(new URL('worker.js', import.meta.url))
  // However it was ended: by a key here, or by `kill` elsewhere.
  started.once('exit', () => {
    worker = undefined
    console.log('  The worker has ended. w + Enter starts another.')
  })
  return started
}

function toggleWorker() {
  if (worker) return worker.kill('SIGKILL')
  worker = startWorker()
  console.log(
    `  Another worker is there: process ${worker.pid}. What the killed one was sending comes after half a minute.`,
  )
}

async function toggleMock() {
  if (mock) {
    await mock.close()
    mock = undefined
    console.log('  The mock is stopped. m + Enter starts it again.')
  } else {
    mock = await listen(ometria, { port: 4010 })
    console.log('  The mock is there again.')
  }
}
