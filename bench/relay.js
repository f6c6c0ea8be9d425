import { fork } from 'node:child_process'
import { once } from 'node:events'
import { Agent, request } from 'node:http'
import { connect } from 'node:net'
import event from 'ometria-mock/fixtures/order-add.json' with { type: 'json' }
import { median } from './median.js'
import { ratio } from './ratio.js'

const rounds = 7
const roundMs = 2_000
const rampMs = 500
const warmUps = 3
const concurrency = 50
const inFlight = 10_000
/** On one connection, so that a process gets by with the files that it may open. */
const pipelined = 10

/** As a page sends it. */
const body = JSON.stringify({
  ...event,
  request_id: `order-add-${event.data.order_id}`,
  user: { uid: 'ebf3175817b0423eac68a03c68a9be5f', sid: '0d3cd3b2a1c34a9db7a2a3a0a6f9cb6e' },
})
const headers = {
  'content-type': 'application/json',
  'content-length': Buffer.byteLength(body),
  'sec-fetch-site': 'same-origin',
}

/** @typedef {{ child: import('node:child_process').ChildProcess, port: number }} Started */

/** The relay beside one that forwards without looking: the same server, the same upstream, each in its own process. */
export async function measureRelay() {
  const upstream = await start('upstream')
  const speed = await measureSpeed(upstream)
  const memory = {
    ours: await measureMemory('ours', upstream),
    blind: await measureMemory('blind', upstream),
  }
  upstream.child.kill()
  return { speed, memory }
}

/** @param {Started} upstream */
async function measureSpeed({ port }) {
  const ours = await start('ours', `http://127.0.0.1:${port}/`)
  const blind = await start('blind', `http://127.0.0.1:${port}/`)
  for (let round = 0; round < warmUps; round++) for (const relay of [ours, blind]) await load(relay)
  /** @type {Record<'ours' | 'blind', Awaited<ReturnType<typeof load>>>[]} */
  const all = []
  for (let round = 0; round < rounds; round++) all.push({ ours: await load(ours), blind: await load(blind) })
  ours.child.kill()
  blind.child.kill()
  const of = (/** @type {'ours' | 'blind'} */ relay) => ({
    perSecond: median(all.map(each => each[relay].perSecond)),
    p99: median(all.map(each => each[relay].p99)),
    cpu: median(all.map(each => each[relay].cpu)),
  })
  return {
    ours: of('ours'),
    blind: of('blind'),
    throughput: ratio(
      all.map(({ ours }) => ours.perSecond),
      all.map(({ blind }) => blind.perSecond),
    ),
  }
}

/**
 * Keeps a relay busy for a while, once all connections are open.
 *
 * @param {Started} relay
 */
async function load({ child, port }) {
  const agent = new Agent({ keepAlive: true, maxSockets: concurrency })
  await postFor(rampMs)
  const before = await usage(child)
  const started = performance.now()
  const latencies = (await postFor(roundMs)).sort((a, b) => a - b)
  const seconds = (performance.now() - started) / 1000
  const { cpu } = await usage(child)
  agent.destroy()
  return {
    perSecond: latencies.length / seconds,
    p99: latencies[Math.floor(latencies.length * 0.99)] ?? NaN,
    cpu: (cpu - before.cpu) / latencies.length,
  }

  async function postFor(/** @type {number} */ duration) {
    /** @type {number[]} */
    const latencies = []
    const started = performance.now()
    async function postOneByOne() {
      for (let sent = started; sent - started < duration; sent = performance.now()) {
        const posted = request({ agent, host: '127.0.0.1', port, method: 'POST', headers }).end(body)
        const [answer] = await once(posted, 'response')
        if (answer.statusCode !== 200) throw new Error(`The relay answered ${answer.statusCode}.`)
        await once(answer.resume(), 'end')
        latencies.push(performance.now() - sent)
      }
    }
    await Promise.all(Array.from({ length: concurrency }, postOneByOne))
    return latencies
  }
}

/**
 * What a request takes while the upstream lets it wait, in bytes.
 *
 * @param {string} name
 * @param {Started} upstream
 */
async function measureMemory(name, upstream) {
  const { child, port } = await start(name, `http://127.0.0.1:${upstream.port}/hang`)
  const before = await usage(child)
  const head = Object.entries({ host: `127.0.0.1:${port}`, ...headers }).map(
    ([name, value]) => `${name}: ${value}`,
  )
  const posted = ['POST / HTTP/1.1', ...head, '', body].join('\r\n')
  const sockets = Array.from({ length: inFlight / pipelined }, () => connect(port, '127.0.0.1'))
  let answered = false
  for (const socket of sockets) socket.on('data', () => (answered = true)).write(posted.repeat(pipelined))
  while (!answered && (await ask(upstream.child)).hanging < inFlight) {
    await new Promise(resolve => setTimeout(resolve, 100))
  }
  const after = await usage(child)
  for (const socket of sockets) socket.destroy()
  child.kill()
  if (answered) {
    throw new Error(
      'A relay gave up on what the upstream did not answer. May a process open 20,000 files (`ulimit -n`)?',
    )
  }
  while ((await ask(upstream.child)).hanging > 0) await new Promise(resolve => setTimeout(resolve, 100))
  return { rss: (after.rss - before.rss) / inFlight, used: (after.used - before.used) / inFlight }
}

/**
 * @param {string} name
 * @param {string[]} args
 * @returns {Promise<Started>}
 */
async function start(name, ...args) {
  const child = fork(`${import.meta.dirname}/relay/${name}.js`, args, { execArgv: ['--expose-gc'] })
  const [{ port }] = await once(child, 'message')
  return { child, port }
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<{ rss: number, used: number, cpu: number }>}
 */
const usage = child => ask(child)

/** @param {import('node:child_process').ChildProcess} child */
async function ask(child) {
  child.send('')
  const [answer] = await once(child, 'message')
  return answer
}
