import { OmetriaConfigError } from 'ometria-headless/server'
import { isPostgresPool, openPostgres, type PostgresPool, urlOfPostgres } from './postgres-store.js'
import { isRedisClient, openRedis, type RedisClient, urlOfRedis } from './redis-store.js'
import type { Store } from './store.js'

/**
 * Where the hits are stored: `'redis://…'`, `'rediss://…'` or `'postgres://…'`, or a client of `ioredis` or a pool of `pg`
 * that the shop has already. Of those the settings are taken, and connections of our own opened: a worker's connection
 * waits for hits, and BullMQ's functions need a `search_path`.
 */
export type Connection = string | RedisClient | PostgresPool

/**
 * Opens connections to a store, which are made as they are needed: nothing is asked yet.
 *
 * @throws OmetriaConfigError where it names no store, or the package that talks to the store is not installed
 */
export function openStore(connection: Connection): Store {
  if (typeof connection === 'string') {
    if (urlOfRedis.test(connection)) return openRedis(connection)
    if (urlOfPostgres.test(connection)) return openPostgres(connection)
  } else {
    if (isRedisClient(connection)) return openRedis(connection)
    if (isPostgresPool(connection)) return openPostgres(connection)
  }
  throw new OmetriaConfigError(
    "connection: expected 'redis://…', 'rediss://…' or 'postgres://…', a client of ioredis or a pool of pg.",
  )
}
