import { describe, expect, inject } from 'vitest'
import { command } from '../test/command.js'
import { freePort } from '../test/free-port.js'
import { test, view } from '../test/shop.js'
import { until } from '../test/until.js'

const keys = { OMETRIA_DOMAIN_KEY: 'shop', OMETRIA_LOCATION_KEY: 'web' }

test('says what is missing, and ends with 2', async () => {
  const nothing = await command(['work']).ended()
  expect(nothing.code).toBe(2)
  expect(nothing.errors).toContain('OMETRIA_QUEUE_URL is not set.')
})

test('ends with 3 where the store gives no answer', async () => {
  const OMETRIA_QUEUE_URL = `redis://user:secret@127.0.0.1:${await freePort()}`
  const { code, errors } = await command(['status'], { OMETRIA_QUEUE_URL }).ended()
  expect(code).toBe(3)
  expect(errors).toContain("The queue's store gave no answer within 5 s.")
  expect(errors).not.toContain('secret')
})

describe.concurrent.each(inject('stores'))('on $name', ({ url }) => {
  test('works until SIGTERM, which lets it finish what it is sending', async ({ shopOn }) => {
    const { name, queue, upstream } = await shopOn(url)
    const env = {
      ...keys,
      OMETRIA_QUEUE_URL: url,
      OMETRIA_QUEUE_NAME: name,
      OMETRIA_TEST_UPSTREAM: upstream.url,
    }
    upstream.behave(id => (id === 'bad' ? { status: 400 } : { afterMs: 400 }))
    for (const id of ['bad', 'a', 'b', 'c']) await queue.add(view(id))
    const worker = command(['work', '--concurrency', '2', '--rate', '100/1000'], env)
    await until(() => upstream.received.length >= 3)
    worker.child.kill('SIGTERM')
    const { code, out } = await worker.ended()
    expect(code).toBe(0)
    const lines = out.trim().split('\n')
    const log = lines.map(line => JSON.parse(line))
    expect(log[0]).toMatchObject({ level: 'info', message: 'Delivering.', queue: name })
    expect(log[1]).toMatchObject({ level: 'error', code: 'rejected', request_id: 'bad', status: 400 })
    expect(log.at(-1)).toMatchObject({ level: 'info', message: 'Stopped.' })
    expect(out).not.toContain('for-tests')
    expect((await queue.counts()).active).toBe(0)
    expect((await queue.counts()).delivered).toBe(upstream.taken().length)
  })

  test('shows what there is, and sends what was rejected again', async ({ shopOn }) => {
    const { name, queue, upstream, work } = await shopOn(url)
    const env = { OMETRIA_QUEUE_URL: url, OMETRIA_QUEUE_NAME: name }
    upstream.behave(() => ({ status: 400, body: '{"error":"why"}' }))
    await queue.add(view('bad'))
    await queue.add(view(7))
    const worker = work()
    await until(async () => (await queue.counts()).rejected === 2)
    await worker.close()

    const table = await command(['status'], env).ended()
    expect(table.code).toBe(0)
    expect(table.out).toMatch(/^waiting +0$/m)
    expect(table.out).toMatch(/^rejected +2$/m)
    expect(table.out).toContain('bad  Ometria refused the event with status 400. {"error":"why"}')
    expect(table.out).not.toContain('for-tests')
    const json = JSON.parse((await command(['status', '--json'], env).ended()).out)
    expect(json).toMatchObject({ queue: name, waiting: 0, rejected: 2, lastRejected: [{}, {}] })

    const none = await command(['replay', 'other'], env).ended()
    expect(none).toMatchObject({ code: 4, errors: expect.stringContaining("request id 'other'") })
    expect(await command(['replay', '7'], env).ended()).toMatchObject({
      code: 0,
      out: '1 hit is sent again.\n',
    })
    expect(await queue.counts()).toMatchObject({ waiting: 1, rejected: 1 })
  })
})
