import { Redis } from 'ioredis'
import pg from 'pg'
import { describe, expect, inject } from 'vitest'
import { chaos } from '../test/chaos.js'
import { post } from '../test/post.js'
import { postgresServer } from '../test/postgres-server.js'
import { kill, run } from '../test/processes.js'
import { redisServer } from '../test/redis-server.js'
import { test, view } from '../test/shop.js'
import { until } from '../test/until.js'
import { redisPrefix } from './redis-store.js'

const own = { Postgres: postgresServer, Redis: redisServer }

describe.concurrent.each(inject('stores'))('on $name', ({ name: engine, url }) => {
  test('what a killed worker was sending is sent by another, however often that happens', async ({
    shopOn,
  }) => {
    const { name, queue, upstream, work } = await shopOn(url)
    upstream.behave((_, nth) => (nth === 1 ? { hang: true } : {}))
    for (let nth = 0; nth < 5; nth++) await queue.add(view(nth))
    await pretendKills(url, name, 3)
    const first = await run('worker-process', url, name, upstream.url)
    await until(() => upstream.received.length === 5)
    await kill(first.child)
    work()
    await until(() => upstream.taken().length === 5)
    expect(upstream.taken().sort()).toEqual([0, 1, 2, 3, 4])
  })

  test('what a relay answered with 202 before it was killed is stored', async ({ shopOn }) => {
    const { name, queue, upstream, work } = await shopOn(url)
    const relay = await run('relay-process', url, name)
    const accepted: string[] = []
    const posting = Array.from({ length: 200 }, async (_, nth) => {
      const status = await post(relay.port, `hit-${nth}`)
      if (status === 202) accepted.push(`hit-${nth}`)
      if (accepted.length === 50) relay.child.kill('SIGKILL')
    })
    await Promise.all(posting)
    expect(accepted.length).toBeGreaterThanOrEqual(50)
    work()
    await until(() => containsAll(upstream.taken(), accepted))
    await until(async () => (await queue.counts()).waiting === 0)
    expect(upstream.again()).toEqual([])
  })

  test('300 hits through two relays and three workers that are killed at random all arrive, and none twice whose worker lived', async ({
    shopOn,
  }) => {
    const shop = await shopOn(url)
    const settings = { url, seed: 1, hits: 300, killEveryMs: 700, kills: 3, timeoutMs: 90_000 }
    const { lost, twice } = await chaos(shop, settings)
    expect({ lost, twice }).toEqual({ lost: [], twice: [] })
  })

  test('what was stored is there after the store was killed, and workers and queues go on', async ({
    shopOn,
    onTestFinished,
  }) => {
    const server = await own[engine as keyof typeof own]()
    await server.start()
    onTestFinished(() => server.remove())
    const { queue, upstream, work } = await shopOn(server.url)
    work({ rate: { max: 20, perMs: 1_000 } })
    await until(() => queue.add(view('first')).catch(() => false))

    const stored = ['first']
    let next = 0
    const adding = Array.from({ length: 10 }, async () => {
      for (;;) {
        const id = `hit-${next++}`
        await queue.add(view(id))
        if (stored.push(id) === 100) await server.kill()
      }
    })
    // Each goes on until the store is gone.
    await Promise.allSettled(adding)
    expect(stored.length).toBeGreaterThanOrEqual(100)
    await server.start()
    await until(() => queue.add(view('last')).catch(() => false))
    work()
    await until(() => containsAll(upstream.taken(), [...stored, 'last']))
    await until(async () => (await queue.counts()).active === 0)
    expect(upstream.again()).toEqual([])
  })

  test('a store that is down is told within 5 s, and used as soon as it is up', async ({
    shopOn,
    onTestFinished,
  }) => {
    const server = await own[engine as keyof typeof own]()
    onTestFinished(() => server.remove())
    const { queue, upstream, work } = await shopOn(server.url)
    const closing = work().close()
    const started = Date.now()
    await expect(queue.add(view('too early'))).rejects.toThrow('no answer within 5 s')
    expect(Date.now() - started).toBeLessThan(6_000)
    await expect(queue.counts()).rejects.toThrow('no answer within 5 s')
    await closing
    work()
    await server.start()
    await until(() => queue.add(view('later')).catch(() => false))
    await until(() => upstream.taken().includes('later'))
  })
})

function containsAll(ids: (string | number)[], wanted: string[]): boolean {
  const known = new Set(ids)
  return wanted.every(id => known.has(id))
}

/** Notes each waiting hit down as one whose worker was killed so often: each real kill takes a quarter of a minute. */
async function pretendKills(url: string, name: string, kills: number) {
  if (url.startsWith('postgres')) {
    const client = new pg.Client(url)
    await client.connect()
    await client.query('UPDATE bullmq.job SET stalled_count = $2 WHERE queue = $1', [name, kills])
    return client.end()
  }
  const client = new Redis(url)
  for (const id of await client.lrange(`${redisPrefix}:${name}:wait`, 0, -1)) {
    await client.hset(`${redisPrefix}:${name}:${id}`, 'stc', kills)
  }
  client.disconnect()
}
