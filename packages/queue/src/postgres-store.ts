import {
  assertSchemaCompatibility,
  ConnectionClosedError,
  createPostgresBackend,
  DEFAULT_SCHEMA,
  LATEST_SCHEMA_VERSION,
  runMigrations,
} from 'bullmq'
import type { Pool, PoolClient, PoolConfig } from 'pg'
import { loadDriver } from './load-driver.js'
import { isPassing } from './passing-error.js'
import { pause } from './pause.js'
import type { Store } from './store.js'

/** A pool of `pg`. */
export interface PostgresPool {
  options: object
  connect(): Promise<unknown>
  query(...query: never[]): unknown
}

export const urlOfPostgres = /^postgres(ql)?:\/\//

/** How long to wait before a store that can't be reached is tried again, in ms. */
const reconnectMs = 1_000

export function openPostgres(connection: string | PostgresPool): Store {
  const pool = open(connection)
  let closed = false
  let migrated: Promise<void> | undefined

  /** BullMQ remembers for ever that the first connection failed, so it waits here until there is one. */
  async function connect(): Promise<PoolClient> {
    migrated ??= (async () => {
      while (!closed) {
        try {
          return await migrate(pool)
        } catch (error) {
          // BullMQ passes it on to whoever listens, as it does with what happens later.
          pool.emit('error', error)
          await pause(reconnectMs)
        }
      }
    })()
    await migrated
    return pool.connect().catch(refuse)
  }
  const waiting = {
    options: pool.options,
    connect,
    query: (text: string, values: unknown[]) => pool.query(text, values).catch(refuse),
    end: pool.end.bind(pool),
    on: pool.on.bind(pool),
    removeAllListeners: pool.removeAllListeners.bind(pool),
  }

  async function query(text: string, values: unknown[]) {
    ;(await connect()).release()
    return pool.query<{ value: string }>(text, values)
  }

  return {
    connection: waiting,
    // The type of the one for Redis, which BullMQ's tools take: see `BullQueue`.
    backend: createPostgresBackend as unknown as Store['backend'],
    async countDelivered(queue, hits) {
      await query(
        `INSERT INTO meta AS m (queue, field, value) VALUES ($1, 'delivered', $2)
         ON CONFLICT (queue, field) DO UPDATE SET value = (m.value::bigint + EXCLUDED.value::bigint)::text`,
        [queue, String(hits)],
      )
    },
    async delivered(queue) {
      const { rows } = await query(`SELECT value FROM meta WHERE queue = $1 AND field = 'delivered'`, [queue])
      return Number(rows[0]?.value ?? 0)
    },
    async forgetExpired(queue) {
      await query('DELETE FROM dedup WHERE queue = $1 AND expire_at_ms < $2', [queue, Date.now()])
    },
    async close() {
      closed = true
      await pool.end()
    },
  }
}

function open(connection: string | PostgresPool): Pool {
  const [Made, config] =
    typeof connection === 'string'
      ? [loadDriver<typeof import('pg')>('pg').Pool, { connectionString: connection }]
      : [classOf(connection), settingsOf(connection)]
  const schema = `-c search_path=${DEFAULT_SCHEMA}`
  const pool = new Made({
    ...config,
    options: config.options ? `${config.options} ${schema}` : schema,
    keepAlive: true,
  })
  // Without a listener, a connection that breaks would end the process: the pool listens to those that are idle, and nobody
  // to one that is between two statements. What the next statement meets says what happened.
  pool.on('error', () => {})
  pool.on('connect', client => client.on('error', () => {}))
  // BullMQ's queues and workers listen each for themselves.
  pool.setMaxListeners(20)
  return pool
}

/** Of a pool only the shape is known, so that a shop without pg needs none of its types; what made it makes another. */
const classOf = (pool: PostgresPool) => pool.constructor as new (config: PoolConfig) => Pool

/** A pool's settings; pg hides the password from whatever lists them. */
function settingsOf({ options }: PostgresPool): PoolConfig {
  const settings: PoolConfig = options
  return { ...settings, ...(settings.password === undefined ? {} : { password: settings.password }) }
}

/** Brings BullMQ's tables up to date. A role that may not change them needs nothing changed. */
async function migrate(pool: Pool): Promise<void> {
  const client = await pool.connect()
  try {
    const version = await assertSchemaCompatibility(client).catch(() => 0)
    if (version < LATEST_SCHEMA_VERSION) await runMigrations(client)
  } finally {
    client.release()
  }
}

/**
 * BullMQ tries again what failed for the connection, and knows that by this class. For any other error a worker would not
 * note that it has delivered a hit, and the hit would go out twice.
 */
function refuse(error: unknown): never {
  if (!isPassing(error)) throw error
  throw new ConnectionClosedError(error instanceof Error ? error.message : String(error))
}

export const isPostgresPool = (value: unknown): value is PostgresPool => {
  const { options, connect, query }: Partial<PostgresPool> = Object(value)
  return typeof options === 'object' && typeof connect === 'function' && typeof query === 'function'
}
