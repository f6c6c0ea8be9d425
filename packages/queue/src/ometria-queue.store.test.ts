import { describe, expect, inject } from 'vitest'
import { hit, order, test, view } from '../test/shop.js'
import { until } from '../test/until.js'

describe.concurrent.each(inject('stores'))('on $name', ({ url }) => {
  test('delivers what was stored, as it was handed over', async ({ shopOn }) => {
    const { queue, upstream, work } = await shopOn(url)
    const added = order('add', 'ABC-123')
    expect(await queue.add(added)).toEqual({ duplicate: false })
    work()
    await until(() => upstream.taken().length === 1)
    expect(upstream.received[0]?.body).toBe(added.body)
  })

  test.for([
    'order-add-gid://shopify/Order/1',
    '123',
    123,
    0,
    '',
    '0:1',
    'a b\u0000c',
    'half a \ud800 pair',
    'é☃😀',
  ])('a request id names one job, whatever is in it: %j', async (request_id, { shopOn }) => {
    const { queue, upstream, work } = await shopOn(url)
    expect(await queue.add(view(request_id))).toEqual({ duplicate: false })
    expect(await queue.add(view(request_id))).toEqual({ duplicate: true })
    work()
    await until(() => upstream.taken().length === 1)
    expect(await queue.add(view(request_id))).toEqual({ duplicate: true })
    expect(upstream.taken()).toEqual([request_id])
  })

  test('a request id may be as long as an event', async ({ shopOn }) => {
    const { queue } = await shopOn(url)
    const request_id = 'x'.repeat(100_000)
    expect(await queue.add(view(request_id))).toEqual({ duplicate: false })
    expect(await queue.add(view(request_id))).toEqual({ duplicate: true })
  })

  test('a number and its digits as text are two request ids', async ({ shopOn }) => {
    const { queue } = await shopOn(url)
    expect(await queue.add(view(7))).toEqual({ duplicate: false })
    expect(await queue.add(view('7'))).toEqual({ duplicate: false })
  })

  test('of copies that come at the same moment one is stored', async ({ shopOn }) => {
    const { queue, upstream, work } = await shopOn(url)
    const copies = await Promise.all(Array.from({ length: 20 }, () => queue.add(view('same'))))
    expect(copies.filter(({ duplicate }) => !duplicate)).toHaveLength(1)
    work()
    await until(async () => (await queue.counts()).delivered === 1)
    expect(upstream.received).toHaveLength(1)
  })

  test('a request id is known for as long as `keepMs`, and no longer', async ({ shopOn }) => {
    const { queue } = await shopOn(url, { keepMs: 1_000 })
    await queue.add(view('short'))
    expect(await queue.add(view('short'))).toEqual({ duplicate: true })
    await until(async () => !(await queue.add(view('short'))).duplicate)
  })

  test('counts what waits, what is refused and what is delivered', async ({ shopOn }) => {
    const { queue, upstream, work } = await shopOn(url)
    upstream.behave(id => (id === 'bad' ? { status: 400 } : {}))
    for (const id of ['a', 'b', 'bad']) await queue.add(view(id))
    await queue.add({ ...order('add', '1'), fallbackAfterMs: 60_000 })
    expect(await queue.counts()).toEqual({ waiting: 3, active: 0, delayed: 1, rejected: 0, delivered: 0 })
    work()
    await until(async () => (await queue.counts()).delivered === 2)
    expect(await queue.counts()).toEqual({ waiting: 0, active: 0, delayed: 1, rejected: 1, delivered: 2 })
  })

  test('what Ometria refuses is kept with status and answer, and can be sent again', async ({ shopOn }) => {
    const { queue, upstream, work } = await shopOn(url)
    upstream.behave(() => ({ status: 422, body: '{"error":"no such product\\u0000"}' }))
    const refused = view('refused')
    await queue.add(refused)
    const errors: unknown[] = []
    work({ onError: (error, event) => errors.push([error.code, event]) })
    await until(async () => (await queue.counts()).rejected === 1)

    const kept = await all(queue.rejected())
    expect(kept).toEqual([
      {
        request_id: 'refused',
        body: refused.body,
        status: 422,
        reason: 'Ometria refused the event with status 422. {"error":"no such product\\u0000"}',
        at: refused.at,
      },
    ])
    expect(errors).toEqual([['rejected', { scope: 'view', action: 'view', data: {}, request_id: 'refused' }]])
    expect(await queue.replay('other')).toBe(0)

    upstream.behave(() => ({}))
    expect(await queue.replay('refused')).toBe(1)
    await until(() => upstream.taken().length === 1)
    await until(async () => (await queue.counts()).delivered === 1)
    expect(await queue.counts()).toMatchObject({ rejected: 0 })
  })

  test('a hit that waited for too long ends as rejected, and is told', async ({ shopOn }) => {
    const { queue, upstream, work } = await shopOn(url)
    await queue.add({ ...view('old'), at: Date.now() - 60_000 })
    const errors: unknown[] = []
    work({ maxAgeMs: 30_000, onError: (error, event) => errors.push([error.code, event?.request_id]) })
    await until(async () => (await queue.counts()).rejected === 1)
    expect(errors).toEqual([['expired', 'old']])
    const [old] = await all(queue.rejected())
    expect(old).toMatchObject({ request_id: 'old', status: undefined })
    expect(old?.reason).toBe('The event was not delivered within `maxAgeMs`.')
    expect(upstream.received).toEqual([])

    expect(await queue.replay()).toBe(1)
    await until(() => upstream.taken().length === 1)
  })

  test('nothing of a hit is left in the store when it is delivered, and never a credential', async ({
    shopOn,
  }) => {
    const { name, queue, upstream, work } = await shopOn(url)
    await queue.add(hit({ scope: 'view', data: { email: 'ada@example.com' } }, 'private'))
    const [job] = await queue.bull.getJobs('waiting')
    expect(JSON.stringify(job)).toContain('ada@example.com')
    upstream.behave((_, nth) => (nth === 1 ? { status: 500, body: 'ada@example.com' } : {}))
    work({ auth: { key: 'the-key', secret: 'the-secret' } })
    await until(async () => (await queue.counts()).delivered === 1)
    const left = await everythingIn(url, name)
    expect(left).not.toContain('ada@example.com')
    expect(left).not.toContain('the-secret')
    expect(left).not.toContain('dist')
  })

  test('`close` stores what was handed over before', async ({ shopOn }) => {
    const { name, queue } = await shopOn(url)
    const added = queue.add(view('last'))
    await queue.close()
    expect(await added).toEqual({ duplicate: false })
    expect(await everythingIn(url, name)).toContain('last')
  })
})

/** All that a store holds of a queue, as text. */
async function everythingIn(url: string, name: string): Promise<string> {
  if (url.startsWith('redis')) {
    const { Redis } = await import('ioredis')
    const client = new Redis(url)
    const keys = await client.keys(`*${name}*`)
    const values = await Promise.all(keys.map(key => client.dump(key)))
    client.disconnect()
    return [...keys, ...values].join('\n')
  }
  const { default: pg } = await import('pg')
  const client = new pg.Client(url)
  await client.connect()
  const tables = ['job', 'event', 'meta', 'dedup', 'job_log', 'metrics']
  const rows: string[] = []
  for (const table of tables) {
    const found = await client.query(`SELECT t::text AS row FROM bullmq.${table} t WHERE queue LIKE $1`, [
      `${name}%`,
    ])
    rows.push(...found.rows.map(({ row }) => row))
  }
  await client.end()
  return rows.join('\n')
}

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = []
  for await (const item of items) list.push(item)
  return list
}
