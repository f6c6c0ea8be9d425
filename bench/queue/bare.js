import { createPostgresBackend, createRedisBackend, Queue, runMigrations, Worker } from 'bullmq'
import { Redis } from 'ioredis'
import pg from 'pg'

/**
 * BullMQ as its own guide shows it, on the store of this address.
 *
 * @param {string} url
 */
export async function openBare(url) {
  if (url.startsWith('redis')) {
    const connection = new Redis(url, { maxRetriesPerRequest: null })
    return {
      queue: (/** @type {string} */ name) => new Queue(name, { connection }, createRedisBackend),
      worker: (/** @type {string} */ name, /** @type {(job: any) => Promise<unknown>} */ process) =>
        new Worker(name, process, { connection, concurrency: 10 }, createRedisBackend),
      close: async () => connection.disconnect(),
    }
  }
  const pool = new pg.Pool({ connectionString: url, options: '-c search_path=bullmq' })
  pool.setMaxListeners(50)
  pool.on('error', () => {})
  const client = await pool.connect()
  await runMigrations(client)
  client.release()
  /** @type {import('bullmq').BackendFactory<any, any>} Its types do not know a pool for what it takes. */
  const backend = createPostgresBackend
  return {
    queue: (/** @type {string} */ name) => new Queue(name, { connection: pool }, backend),
    worker: (/** @type {string} */ name, /** @type {(job: any) => Promise<unknown>} */ process) =>
      new Worker(name, process, { connection: pool, concurrency: 10 }, backend),
    close: () => pool.end(),
  }
}
