import { describe, expect, inject } from 'vitest'
import { postgresServer } from '../test/postgres-server.js'
import { seeded } from '../test/random.js'
import { redisServer } from '../test/redis-server.js'
import { test, view } from '../test/shop.js'
import { until } from '../test/until.js'

const own = { Postgres: postgresServer, Redis: redisServer }

describe.each(inject('stores'))('on $name', ({ name: engine }) => {
  test('the store is killed in the middle of 1,000 hits: none that was stored is missing', async ({
    shopOn,
    onTestFinished,
  }) => {
    const server = await own[engine as keyof typeof own]()
    await server.start()
    onTestFinished(() => server.remove())
    const { queue, upstream, work } = await shopOn(server.url)
    await until(() => queue.add(view('first')).catch(() => false))
    const random = seeded(1)
    const stored: string[] = []
    let kills = 0
    async function store(id: string) {
      while (!(await queue.add(view(id)).catch(() => false)))
        await new Promise(resolve => setTimeout(resolve, 100))
      stored.push(id)
    }
    const killing = (async () => {
      while (stored.length < 1_000) {
        const at = stored.length + 100 + Math.floor(random() * 200)
        await until(() => stored.length >= Math.min(at, 1_000))
        await server.kill()
        kills++
        await server.start()
      }
    })()
    let next = 0
    await Promise.all(
      Array.from({ length: 25 }, async () => {
        for (let nth = next++; nth < 1_000; nth = next++) await store(`hit-${nth}`)
      }),
    )
    await killing
    work()
    await until(() => new Set(upstream.taken()).size === 1_001, 5 * 60_000)
    console.log(`${engine}: 1000 hits, killed ${kills} times; ${upstream.again().length} sent twice`)
    const taken = new Set(upstream.taken())
    expect(stored.filter(id => !taken.has(id))).toEqual([])
    expect(upstream.again()).toEqual([])
  })
})
