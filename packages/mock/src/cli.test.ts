import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import basketAdd from 'ometria-mock/fixtures/basket-add.json' with { type: 'json' }
import { afterEach, expect, test, vi } from 'vitest'
import { createMockOmetria } from './mock.js'
import { listen } from './node.js'

const bin = fileURLToPath(new URL('../bin/ometria-mock.js', import.meta.url))
const started: ChildProcess[] = []
afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL')
})

function run(...args: string[]) {
  const child = spawn(process.execPath, [bin, ...args])
  started.push(child)
  const said = { out: '', err: '' }
  child.stdout.on('data', chunk => {
    said.out += chunk
  })
  child.stderr.on('data', chunk => {
    said.err += chunk
  })
  return { child, said, ended: once(child, 'close') }
}

async function address(said: { out: string }) {
  return vi
    .waitFor(() => expect(said.out).toMatch(/Ctrl-C/), 10_000)
    .then(() => /http:\S+/.exec(said.out)?.[0])
}

test('prints the page, the endpoint and what to do next, and serves both', async () => {
  const { said } = run('--port', '0')
  const url = await address(said)
  expect(said.out).toContain(`Endpoint                ${url}/api/track`)
  expect(said.out).toContain(`<OmetriaProvider endpoint="${url}/api/track"`)
  expect(said.out).not.toContain('is taken')

  expect(await (await fetch(`${url}`)).text()).toContain('<h1>What Ometria received</h1>')
  const response = await fetch(`${url}/api/track`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(basketAdd),
  })
  expect(response.status).toBe(200)
})

test('says that a port is taken, and takes the next free one', async () => {
  const other = await listen(createMockOmetria())
  const { said } = run('--port', String(other.port))
  const url = await address(said)
  expect(said.out).toContain(`Port ${other.port} is taken, so this runs on ${new URL(`${url}`).port}.`)
  expect((await fetch(`${url}`)).status).toBe(200)
  await other.close()
})

test('is an account that wants credentials, or one without CORS, and says that pages can not post to it', async () => {
  const { said } = run('--port', '0', '--auth', 'shop:s:1', '--no-cors')
  const url = await address(said)
  expect(said.out).toContain('give the second to a relay of yours')
  expect(said.out).not.toContain('s:1')
  const post = (headers: object) =>
    fetch(`${url}/api/track`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: 'https://shop.test', ...headers },
      body: JSON.stringify(basketAdd),
    })
  expect((await post({})).status).toBe(401)
  const taken = await post({ authorization: `Basic ${btoa('shop:s:1')}` })
  expect([taken.status, taken.headers.get('access-control-allow-origin')]).toEqual([200, null])
})

test.each(['SIGINT', 'SIGTERM'] as const)('stops at once on %s, with a stream open', async signal => {
  const { child, said, ended } = run('--port', '0')
  const stream = await fetch(`${await address(said)}/events`)
  const rest = stream.text().catch(() => 'ended')
  child.kill(signal)
  expect(await ended).toEqual([0, null])
  expect(await rest).toBe('ended')
})

test.each([
  [['--port', 'abc'], "argument 'abc' is invalid. Expected a whole number from 0 to 65535"],
  [['--port', '65536'], "argument '65536' is invalid. Expected a whole number from 0 to 65535"],
  [['--auth', 'shop'], "argument 'shop' is invalid. Expected a key, a colon and a secret"],
  [['--prot', '4010'], "unknown option '--prot'"],
  [['4010'], 'too many arguments'],
  [['--host', '203.0.113.1'], 'Failed to listen on 203.0.113.1, port 4010'],
])('explains what is wrong with %j', async (args, reason) => {
  const { said, ended } = run(...args)
  expect(await ended).toEqual([1, null])
  expect(said.err).toContain(reason)
  expect(said.err).not.toMatch(/^\s+at /m)
})
