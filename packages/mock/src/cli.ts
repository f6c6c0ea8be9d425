import { Command, InvalidArgumentError } from 'commander'
import { createMockOmetria } from './mock.js'
import { listen } from './node.js'

const program = new Command('ometria-mock')
  .description("A strict stand-in for Ometria's tracking endpoint, with a page that shows what it receives.")
  .option('-p, --port <number>', 'the port to listen on', readPort, 4010)
  .option('--host <name>', 'the host name or address to listen on', '127.0.0.1')
  .option('--auth <key:secret>', 'be an account that wants these Basic credentials', readAuth)
  .option(
    '--no-cors',
    'be an account that answers no browser: without CORS, and without an answer to a preflight',
  )
  .allowExcessArguments(false)
  .parse()

const { port, host, auth, cors } = program.opts<{
  port: number
  host: string
  auth?: { key: string; secret: string }
  cors: boolean
}>()

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit())

try {
  const listening = await listen(createMockOmetria({ auth, cors }), { port, hostname: host })
  if (port !== 0 && listening.port !== port) {
    console.log(`Port ${port} is taken, so this runs on ${listening.port}.`)
  }
  console.log(`
  What Ometria received   ${listening.url}
  Endpoint                ${listening.url}/api/track

  Next: open the first address in a browser, and give the second to ${user(listening.url)}

  Ctrl-C stops it.
`)
} catch (error) {
  program.error(
    `Failed to listen on ${host}, port ${port}: ${error instanceof Error ? error.message : error}. ` +
      'Choose others with --host and --port.',
  )
}

function user(url: string): string {
  if (auth || !cors) return 'a relay of yours.\n  No page of another origin can post to this kind of account.'
  return `your shop:\n  <OmetriaProvider endpoint="${url}/api/track" consent="granted">`
}

function readPort(text: string): number {
  const number = Number(text)
  if (/^\d+$/.test(text) && number <= 65535) return number
  throw new InvalidArgumentError(
    'Expected a whole number from 0 to 65535, such as 4010 (0 takes any free port).',
  )
}

function readAuth(text: string) {
  const [, key, secret] = /^([^:]+):(.+)$/s.exec(text) ?? []
  if (key && secret) return { key, secret }
  throw new InvalidArgumentError('Expected a key, a colon and a secret.')
}
