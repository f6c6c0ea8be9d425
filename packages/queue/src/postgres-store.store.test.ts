import pg, { type PoolClient } from 'pg'
import { expect, inject, test } from 'vitest'
import { openPostgres, urlOfPostgres } from './postgres-store.js'

const [store] = inject('stores').filter(({ url }) => urlOfPostgres.test(url))

// Vitest fails for what a process would end by: an `error` that nobody listens to.
test.skipIf(!store)('a connection that breaks between two statements ends no process', async () => {
  const url = store?.url ?? ''
  const { connection, close } = openPostgres(url)
  // What BullMQ does with the pool: it takes a connection, and gives it back after its statements.
  const client: PoolClient = await (connection as unknown as pg.Pool).connect()
  const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid')
  const other = new pg.Client(url)
  await other.connect()
  const ended = new Promise<void>(resolve => client.on('end', resolve))
  await other.query('SELECT pg_terminate_backend($1)', [rows[0]?.pid])
  await ended
  await expect(client.query('SELECT 1')).rejects.toThrow()
  client.release()
  await other.end()
  await close()
})
