import type { TestProject } from 'vitest/node'
import { postgresServer } from './postgres-server.js'
import { hasRedis, redisServer } from './redis-server.js'
import type { StoreServer } from './store-server.js'

const servers: StoreServer[] = []

/** The stores that this machine has, for all test files: `inject('stores')`. */
export async function setup(project: TestProject) {
  servers.push(await postgresServer())
  if (hasRedis()) servers.push(await redisServer())
  else console.warn('No redis-server on this machine: the queue is tested on Postgres alone.')
  await Promise.all(servers.map(server => server.start()))
  project.provide(
    'stores',
    servers.map(({ name, url }) => ({ name, url })),
  )
}

export async function teardown() {
  await Promise.all(servers.map(server => server.remove()))
}

declare module 'vitest' {
  interface ProvidedContext {
    stores: { name: string; url: string }[]
  }
}
