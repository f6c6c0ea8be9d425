import orderAdd from 'ometria-mock/fixtures/order-add.json' with { type: 'json' }
import orderCancel from 'ometria-mock/fixtures/order-cancel.json' with { type: 'json' }
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { createMockOmetria } from './mock.js'
import { type Listening, listen } from './node.js'

const mock = createMockOmetria()
let server: Listening
beforeAll(async () => {
  server = await listen(mock)
})
afterEach(() => mock.reset())
afterAll(() => server.close())

const json = { 'content-type': 'application/json' }

function send(method: string, path: string, body?: unknown) {
  return fetch(server.url + path, {
    method,
    headers: json,
    body: body === undefined ? null : JSON.stringify(body),
  })
}

/** The messages of the stream, read one by one. */
async function* watch() {
  const response = await fetch(`${server.url}/events`, { headers: { origin: 'https://shop.test' } })
  expect(response.headers.get('content-type')).toBe('text/event-stream')
  expect(response.headers.get('access-control-allow-origin')).toBe('https://shop.test')
  let text = ''
  for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
    text += chunk
    for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
      const [, event, data] = /^event: (.*)\ndata: (.*)$/.exec(text.slice(0, end)) ?? []
      text = text.slice(end + 2)
      yield { event, data: JSON.parse(data ?? 'null') }
    }
  }
}

async function next(stream: ReturnType<typeof watch>) {
  return (await stream.next()).value
}

test('replays what has arrived, then tells what arrives, each with its answer', async () => {
  await send('POST', '/api/track', orderAdd)
  mock.faults.push({ status: 500 })
  await send('POST', '/api/track', orderCancel)

  const stream = watch()
  expect(await next(stream)).toEqual({ event: 'reset', data: {} })
  const at = expect.any(Number)
  expect(await next(stream)).toEqual({ event: 'attempt', data: { at, body: orderAdd, answer: 200 } })
  expect(await next(stream)).toEqual({ event: 'attempt', data: { at, body: orderCancel, answer: 500 } })

  await send('POST', '/api/track', { scope: 'cart' })
  const issues = ['scope: expected "view", "basket" or "order", got "cart"']
  expect(await next(stream)).toEqual({
    event: 'attempt',
    data: { at, body: { scope: 'cart' }, answer: 400, issues },
  })
  await stream.return()
})

test('tells of a hanging event while it hangs, and of a reset to every watcher', async () => {
  const streams = [watch(), watch()]
  for (const stream of streams) await next(stream)
  mock.faults.push({ hang: true })
  const hanging = send('POST', '/api/track', orderCancel).catch(() => 'ended')
  for (const stream of streams) expect(await next(stream)).toMatchObject({ data: { answer: 'hang' } })

  expect((await send('DELETE', '/events')).status).toBe(204)
  for (const stream of streams) {
    expect(await next(stream)).toEqual({ event: 'reset', data: {} })
    await stream.return()
  }
  expect(await hanging).toBe('ended')
  expect(mock.attempts).toEqual([])
})

test('shows the rest of an event that is nested too deeply for JSON.stringify', async () => {
  const depth = 100_000
  const body = `{"scope":"cart","data":${'['.repeat(depth)}${']'.repeat(depth)}}`
  await fetch(`${server.url}/api/track`, { method: 'POST', headers: json, body })
  const stream = watch()
  await next(stream)
  expect(await next(stream)).toMatchObject({ data: { body: 'Nested too deeply to be shown.', answer: 400 } })
  await stream.return()
})

test('takes faults over HTTP, for all events or those of a scope and action', async () => {
  expect((await send('POST', '/faults', { status: 503, scope: 'order', action: 'cancel' })).status).toBe(204)
  expect((await send('POST', '/faults', { status: 429, retryAfter: 5, body: { slow: true } })).status).toBe(
    204,
  )

  const add = await send('POST', '/api/track', orderAdd)
  expect([add.status, add.headers.get('retry-after'), await add.json()]).toEqual([429, '5', { slow: true }])
  expect((await send('POST', '/api/track', orderCancel)).status).toBe(503)
  expect(mock.faults).toEqual([])
})

test.each([
  [{ status: 99 }, 'status: expected a status from 200 to 599, got 99'],
  [{ stauts: 500 }, 'stauts: unknown field'],
  [{ hang: 'yes' }, 'hang: expected true or false, got "yes"'],
  [{ times: 0 }, 'times: expected a whole number of 1 or more, got 0'],
  [{ delay: -1 }, 'delay: expected whole milliseconds of 0 or more, got -1'],
  [[], 'body: expected an object, got an array'],
  [undefined, 'body: expected an object, but it is missing'],
])('refuses the fault %j', async (fault, issue) => {
  const response = await send('POST', '/faults', fault)
  expect(response.status).toBe(400)
  expect(await response.json()).toMatchObject({ issues: [issue] })
  expect(mock.faults).toEqual([])
})
