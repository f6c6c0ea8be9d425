import { Redis } from 'ioredis'
import pg from 'pg'
import { describe, expect, inject } from 'vitest'
import { test, view } from '../test/shop.js'
import { until } from '../test/until.js'
import type { Connection } from './connection.js'

/** A client or a pool as a shop made it for itself, with settings that BullMQ could not live with. */
function shopsOwn(url: string): {
  connection: Connection
  isUsable(): Promise<boolean>
  end(): Promise<unknown>
} {
  if (url.startsWith('redis')) {
    const client = new Redis(url, { keyPrefix: 'shop:', maxRetriesPerRequest: 3 })
    return {
      connection: client,
      isUsable: async () =>
        (await client.set('basket', '1')) === 'OK' && (await client.get('basket')) === '1',
      end: () => client.quit(),
    }
  }
  const pool = new pg.Pool({ connectionString: url, max: 2 })
  return {
    connection: pool,
    isUsable: async () => (await pool.query('SHOW search_path')).rows[0].search_path.includes('public'),
    end: () => pool.end(),
  }
}

describe.concurrent.each(inject('stores'))('on $name', ({ url }) => {
  test('a client or a pool that the shop has will do: it stays as it was, and stays open', async ({
    shopOn,
  }) => {
    const own = shopsOwn(url)
    const { queue, upstream, work } = await shopOn(own.connection)
    expect(await queue.add(view('r-1'))).toEqual({ duplicate: false })
    const worker = work()
    await until(() => upstream.taken().length === 1)
    await worker.close()
    await queue.close()
    expect(await own.isUsable()).toBe(true)
    await own.end()
  })
})
