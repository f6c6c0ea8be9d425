import { fork } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'

/** Starts the documentation beside a demo. Gives back its address at once: the site takes half a minute to be there. */
export async function startDocs() {
  const port = await freePort()
  // Without it the demo goes on.
  fork(new URL('../docs/serve.js', import.meta.url), [String(port)], { stdio: 'ignore' })
    .on('error', () => {})
    .on('exit', code => code && console.error('The documentation did not start. `pnpm docs` says why.'))
  return `http://localhost:${port}`
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  return typeof address === 'object' ? address?.port : undefined
}
