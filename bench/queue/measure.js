import { fork } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { Agent, request } from 'node:http'
import { createOmetriaRelay } from 'ometria-headless/server'
import event from 'ometria-mock/fixtures/order-add.json' with { type: 'json' }
import { createOmetriaQueue, createOmetriaWorker } from 'ometria-queue'
import { median } from '../median.js'
import { ratio } from '../ratio.js'
import { openBare } from './bare.js'
import { startStores } from './stores.js'

const rounds = Number(process.env.ROUNDS ?? 7)
const hits = Number(process.env.HITS ?? 1_000)
const connections = 200
const loadMs = 5_000

const headers = { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' }

const user = { uid: 'ebf3175817b0423eac68a03c68a9be5f', sid: '0d3cd3b2a1c34a9db7a2a3a0a6f9cb6e' }

/** An order as a page sends it, another one each time. */
function order() {
  const order_id = randomUUID()
  const data = { ...event.data, order_id }
  return JSON.stringify({ ...event, data, request_id: `order-add-${order_id}`, user })
}

/** @typedef {Awaited<ReturnType<typeof measureStore>>} QueueMeasured */

/** The queue beside BullMQ used as it comes, on each store of this machine. */
export async function measureQueue() {
  const upstream = fork(`${import.meta.dirname}/../relay/upstream.js`)
  const [{ port }] = await once(upstream, 'message')
  /** @type {QueueMeasured[]} */
  const measured = []
  try {
    for (const store of await startStores()) {
      measured.push(await measureStore(store, `http://127.0.0.1:${port}/`))
      await store.stop()
    }
  } finally {
    upstream.kill()
  }
  return measured
}

/**
 * @param {import('./stores.js').Store} store
 * @param {string} upstream
 */
async function measureStore({ name, url }, upstream) {
  const bare = await openBare(url)
  const accepted = { ours: /** @type {number[]} */ ([]), bare: /** @type {number[]} */ ([]) }
  const delivered = { ours: /** @type {number[]} */ ([]), bare: /** @type {number[]} */ ([]) }
  // The first round warms up.
  for (let round = 0; round <= rounds; round++) {
    const ours = await measureOurs(url, upstream)
    const theirs = await measureBare(bare, upstream)
    if (round === 0) continue
    accepted.ours.push(ours.accepted)
    accepted.bare.push(theirs.accepted)
    delivered.ours.push(ours.delivered)
    delivered.bare.push(theirs.delivered)
  }
  await bare.close()
  const of = (/** @type {typeof accepted} */ { ours, bare }) => ({
    ours: median(ours),
    bare: median(bare),
    ratio: ratio(ours, bare),
  })
  return { store: name, accepted: of(accepted), delivered: of(delivered), p99: await measureP99(url) }
}

/**
 * Hits a second that a relay accepts one by one, and that one worker then delivers.
 *
 * @param {string} connection
 * @param {string} upstream
 */
async function measureOurs(connection, upstream) {
  const name = randomUUID()
  const queue = createOmetriaQueue({ connection, name })
  const relay = createOmetriaRelay({ queue })
  const accepted = await perSecond(async () => {
    for (let hit = 0; hit < hits; hit++) {
      const { status } = await relay(
        new Request('http://shop.example/', { method: 'POST', headers, body: order() }),
      )
      if (status !== 202) throw new Error(`The relay answered ${status}.`)
    }
  })
  /** @type {import('ometria-queue').OmetriaWorker[]} */
  const workers = []
  const delivered = await perSecond(async () => {
    const worker = createOmetriaWorker({
      connection,
      name,
      domainKey: 'any',
      locationKey: 'any',
      fetch: (_, init) => fetch(upstream, init),
    })
    workers.push(worker)
    await all(worker.bull)
  })
  for (const worker of workers) await worker.close()
  await queue.close()
  return { accepted, delivered }
}

/**
 * @param {Awaited<ReturnType<typeof openBare>>} bare
 * @param {string} upstream
 */
async function measureBare(bare, upstream) {
  const name = randomUUID()
  const queue = bare.queue(name)
  const accepted = await perSecond(async () => {
    for (let hit = 0; hit < hits; hit++) await queue.add('hit', { body: order() })
  })
  /** @type {import('bullmq').Worker[]} */
  const workers = []
  const delivered = await perSecond(async () => {
    const worker = bare.worker(name, async ({ data }) => {
      const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: data.body }
      const response = await fetch(upstream, init)
      await response.text()
    })
    workers.push(worker)
    await all(worker)
  })
  for (const worker of workers) await worker.close()
  await queue.close()
  return { accepted, delivered }
}

/**
 * @param {() => Promise<void>} work
 */
async function perSecond(work) {
  const started = performance.now()
  await work()
  return (hits * 1_000) / (performance.now() - started)
}

/** @param {{ on(event: 'completed', listener: () => void): unknown }} worker */
const all = worker =>
  new Promise(resolve => {
    let done = 0
    worker.on('completed', () => ++done === hits && resolve(undefined))
  })

/**
 * How long a relay in a process of its own takes to answer, at most in 99 of 100, with 200 connections at once, in ms.
 *
 * @param {string} url
 */
async function measureP99(url) {
  const child = fork(`${import.meta.dirname}/relay.js`, [url, randomUUID()])
  const [{ port }] = await once(child, 'message')
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  /** @type {number[]} */
  const latencies = []
  const started = performance.now()
  await Promise.all(
    Array.from({ length: connections }, async () => {
      for (let sent = started; sent - started < loadMs; sent = performance.now()) {
        const posted = request({ agent, host: '127.0.0.1', port, method: 'POST', headers }).end(order())
        const [answer] = await once(posted, 'response')
        if (answer.statusCode !== 202) throw new Error(`The relay answered ${answer.statusCode}.`)
        await once(answer.resume(), 'end')
        latencies.push(performance.now() - sent)
      }
    }),
  )
  agent.destroy()
  child.kill()
  // The first answers open the connections.
  const settled = latencies.slice(connections).sort((a, b) => a - b)
  return settled[Math.floor(settled.length * 0.99)] ?? Number.NaN
}
