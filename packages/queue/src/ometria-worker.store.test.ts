import { describe, expect, inject } from 'vitest'
import { order, test, view } from '../test/shop.js'
import { until } from '../test/until.js'

describe.concurrent.each(inject('stores'))('on $name', ({ url }) => {
  test('a hit is tried again until Ometria takes it, after 500, a reset, 429 and no answer', async ({
    shopOn,
  }) => {
    const { queue, upstream, work } = await shopOn(url)
    const trouble = [{ status: 500 }, { reset: true }, { status: 429 }, { status: 503, body: '<html>' }]
    upstream.behave((_, nth) => trouble[nth - 1] ?? {})
    await queue.add(view('troubled'))
    work()
    await until(() => upstream.taken().length === 1)
    expect(upstream.received).toHaveLength(5)
    await until(async () => (await queue.counts()).delivered === 1)
  })

  test('`Retry-After` lets the account be, for all hits and all workers, and counts as no attempt', async ({
    shopOn,
  }) => {
    const { queue, upstream, work } = await shopOn(url)
    upstream.behave((id, nth) =>
      id === 'first' && nth === 1 ? { status: 429, headers: { 'retry-after': '2' } } : {},
    )
    await queue.add(view('first'))
    work()
    await until(async () => (await queue.bull.getRateLimitTtl()) > 1_000)
    work()
    for (const id of ['a', 'b', 'c']) await queue.add(view(id))
    await until(() => upstream.taken().length === 4)
    const [asked, ...later] = upstream.received
    for (const { at } of later) expect(at - (asked?.at ?? 0)).toBeGreaterThan(1_900)
    expect(later).toHaveLength(4)
  })

  test.for<[number, Record<string, string>, string]>([
    [401, {}, ''],
    [404, {}, ''],
    [302, { location: 'https://example.com/' }, ''],
    [200, { 'content-type': 'text/html' }, '<!doctype html><p>Back soon'],
  ])(
    "an answer of %i that is the account's fault ends no hit, and is told once",
    async ([status, headers, body], { shopOn }) => {
      const { queue, upstream, work } = await shopOn(url)
      upstream.behave(() => ({ status, headers, body }))
      for (const id of ['a', 'b', 'c', 'd']) await queue.add(view(id))
      const told: string[] = []
      work({ onError: ({ code }) => told.push(code) })
      await until(() => upstream.received.length >= 6)
      expect(told).toEqual(['account'])
      expect(await queue.counts()).toMatchObject({ rejected: 0, delivered: 0 })
      const asked = upstream.received.length

      upstream.behave(() => ({}))
      await until(() => upstream.received.filter((_, nth) => nth >= asked).length >= 4)
      await until(async () => (await queue.counts()).delivered === 4)
      expect(told).toEqual(['account'])
    },
  )

  test('after the account was mended, a new fault is told again', async ({ shopOn }) => {
    const { queue, upstream, work } = await shopOn(url)
    const answers = [{ status: 401 }, {}, { status: 401 }, {}]
    upstream.behave(() => answers[upstream.received.length] ?? {})
    const told: string[] = []
    work({ onError: ({ code }) => told.push(code) })
    await queue.add(view('a'))
    await until(() => upstream.received.length === 2)
    await queue.add(view('b'))
    await until(() => upstream.received.length === 4)
    expect(told).toEqual(['account', 'account'])
  })

  test('the events of an order arrive in order, even where the first fails for a while', async ({
    shopOn,
  }) => {
    const { queue, upstream, work } = await shopOn(url)
    upstream.behave((id, nth) =>
      (id === 'order-add-1' && nth <= 2) || (id === 'return-1' && nth === 1) ? { status: 503 } : {},
    )
    await queue.add(order('add', '1'))
    await queue.add(order('return', '1', 'return-1'))
    await queue.add(order('return', '1', 'return-2'))
    await queue.add(order('cancel', '1'))
    await queue.add(order('add', '2'))
    await queue.add(view('beside'))
    work()
    work()
    await until(() => upstream.taken().length === 6)
    const ofFirst = upstream.taken().filter(id => !['order-add-2', 'beside'].includes(String(id)))
    expect(ofFirst).toEqual(['order-add-1', 'return-1', 'return-2', 'order-cancel-1'])
    expect(upstream.taken().slice(0, 2).sort()).toEqual(['beside', 'order-add-2'])
  })

  test('an order that was placed under a request id of its own is waited for too', async ({ shopOn }) => {
    const { queue, upstream, work } = await shopOn(url)
    upstream.behave((id, nth) => (id === 'own' && nth <= 1 ? { status: 503 } : {}))
    await queue.add(order('add', '1', 'own'))
    await queue.add(order('cancel', '1'))
    work()
    await until(() => upstream.taken().length === 2)
    expect(upstream.taken()).toEqual(['own', 'order-cancel-1'])
  })

  test('where the placing of an order was refused for good, what follows goes on', async ({ shopOn }) => {
    const { queue, upstream, work } = await shopOn(url)
    upstream.behave(id => (id === 'order-add-1' ? { status: 422 } : {}))
    await queue.add(order('add', '1'))
    await queue.add(order('cancel', '1'))
    work()
    await until(() => upstream.taken().length === 1)
    expect(upstream.taken()).toEqual(['order-cancel-1'])
  })

  test("a page's report takes the place of the webhook's, and goes at once", async ({ shopOn }) => {
    const { queue, upstream, work } = await shopOn(url)
    work()
    const webhook = { ...order('add', '1'), fallbackAfterMs: 60_000 }
    const page = { ...order('add', '1'), body: webhook.body.replace('{', '{"user":{"uid":"u","sid":"s"},') }
    expect(await queue.add(webhook)).toEqual({ duplicate: false })
    expect(await queue.counts()).toMatchObject({ delayed: 1 })
    expect(await queue.add(page)).toEqual({ duplicate: false })
    await until(async () => (await queue.counts()).delivered === 1)
    expect(upstream.received.map(({ body }) => body)).toEqual([page.body])
    expect(await queue.counts()).toMatchObject({ waiting: 0, delayed: 0 })
    expect(await queue.add(page)).toEqual({ duplicate: true })
    expect(await queue.add(webhook)).toEqual({ duplicate: true })
  })

  test("the webhook's report is a duplicate where a page's came first", async ({ shopOn }) => {
    const { queue, upstream, work } = await shopOn(url)
    await queue.add(order('add', '1'))
    expect(await queue.add({ ...order('add', '1'), fallbackAfterMs: 1 })).toEqual({ duplicate: true })
    work()
    await until(async () => (await queue.counts()).delivered === 1)
    expect(upstream.received).toHaveLength(1)
  })

  test("without a page's report the webhook's is sent, and what follows waits for it", async ({ shopOn }) => {
    const { queue, upstream, work } = await shopOn(url)
    const before = Date.now()
    await queue.add({ ...order('add', '1'), fallbackAfterMs: 1_500 })
    await queue.add(order('cancel', '1'))
    work()
    await until(() => upstream.taken().length === 2)
    expect(upstream.taken()).toEqual(['order-add-1', 'order-cancel-1'])
    expect((upstream.received[0]?.at ?? 0) - before).toBeGreaterThanOrEqual(1_500)
    expect(await queue.add(order('add', '1'))).toEqual({ duplicate: true })
  })

  test("of a page's and a webhook's report at the same moment exactly one is delivered", async ({
    shopOn,
  }) => {
    const { queue, upstream, work } = await shopOn(url)
    work()
    const orders = Array.from({ length: 30 }, (_, nth) => String(nth))
    await Promise.all(
      orders.flatMap(id => [
        queue.add({ ...order('add', id), fallbackAfterMs: 40 + (Number(id) % 7) }),
        new Promise(resolve => setTimeout(resolve, Number(id) * 3)).then(() => queue.add(order('add', id))),
      ]),
    )
    await until(async () => (await queue.counts()).delivered === 30)
    expect(upstream.taken().sort()).toEqual(orders.map(id => `order-add-${id}`).sort())
  })

  test('one rate holds over all workers', async ({ shopOn }) => {
    const { queue, upstream, work } = await shopOn(url)
    for (let nth = 0; nth < 60; nth++) await queue.add(view(nth))
    const rate = { max: 10, perMs: 500 }
    for (let nth = 0; nth < 3; nth++) work({ rate })
    await until(() => upstream.taken().length === 60)
    const first = upstream.received[0]?.at ?? 0
    const last = upstream.received.at(-1)?.at ?? 0
    // The last ten begin after five times 500 ms; the first may come late.
    expect(last - first).toBeGreaterThan(2_000)
  })

  test('`close` finishes what is being sent, and leaves the rest to others', async ({ shopOn }) => {
    const { queue, upstream, work } = await shopOn(url)
    upstream.behave(() => ({ afterMs: 500 }))
    for (let nth = 0; nth < 10; nth++) await queue.add(view(nth))
    const worker = work({ concurrency: 3 })
    await until(() => upstream.received.length === 3)
    await worker.close()
    expect(upstream.received.length).toBeLessThan(10)
    await until(async () => (await queue.counts()).active === 0)
    expect((await queue.counts()).delivered).toBe(upstream.received.length)
    work()
    await until(() => new Set(upstream.taken()).size === 10)
    expect(upstream.again()).toEqual([])
  })
})
