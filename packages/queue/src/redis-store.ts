import { createRedisBackend } from 'bullmq'
import type { Redis } from 'ioredis'
import { loadDriver } from './load-driver.js'
import type { Store } from './store.js'

/** A client of `ioredis`, for one Redis or a cluster. */
export interface RedisClient {
  duplicate(...settings: never[]): object
  defineCommand(...command: never[]): unknown
  isCluster?: boolean
}

export const urlOfRedis = /^rediss?:\/\//

/** All keys of a queue on one node of a cluster: what stands in braces decides. */
export const redisPrefix = '{ometria}'

const settings = {
  keyPrefix: '',
  // Commands wait for a lost connection as long as it takes: BullMQ asks for that, and what waits is limited by the caller.
  maxRetriesPerRequest: null,
  // What was the primary says so after a failover: look for the new one, and send the command again.
  reconnectOnError: ({ message }: Error) => (message.startsWith('READONLY') ? (2 as const) : false),
}

export function openRedis(connection: string | RedisClient): Store {
  const client = open(connection)
  // BullMQ listens too; without any listener an error of a closed connection would end the process.
  client.on('error', () => {})
  const keyOf = (queue: string) => `${redisPrefix}:${queue}:delivered`

  return {
    connection: client,
    backend: createRedisBackend,
    async countDelivered(queue, hits) {
      await client.incrby(keyOf(queue), hits)
    },
    async delivered(queue) {
      return Number(await client.get(keyOf(queue)))
    },
    // Redis does: each key has its own end.
    async forgetExpired() {},
    async close() {
      // To a Redis that is down, a last word would wait for ever.
      if (client.status === 'ready') await client.quit()
      else client.disconnect()
    },
  }
}

function open(connection: string | RedisClient): Redis {
  if (typeof connection === 'string') {
    const { Redis: Client } = loadDriver<typeof import('ioredis')>('ioredis')
    return new Client(connection, settings)
  }
  // Of the client's type only the shape is known, so that a shop without ioredis needs none of its types.
  const { duplicate } = connection as { duplicate(...settings: object[]): Redis }
  return connection.isCluster
    ? duplicate.call(connection, [], { redisOptions: settings, keyPrefix: '' })
    : duplicate.call(connection, settings)
}

export const isRedisClient = (value: unknown): value is RedisClient => {
  const { duplicate, defineCommand }: Partial<RedisClient> = Object(value)
  return typeof duplicate === 'function' && typeof defineCommand === 'function'
}
