import orderAdd from 'ometria-mock/fixtures/order-add.json' with { type: 'json' }
import orderCancel from 'ometria-mock/fixtures/order-cancel.json' with { type: 'json' }
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { createMockOmetria } from './mock.js'
import { type Listening, listen } from './node.js'

const mock = createMockOmetria()
let server: Listening
beforeAll(async () => {
  server = await listen(mock)
})
afterEach(() => mock.reset())
afterAll(() => server.close())

function request(base: string, event: unknown, signal: AbortSignal | null = null) {
  return new Request(`${base}/api/track`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(event),
    signal,
  })
}

describe.each([
  ['over HTTP', (event: unknown, signal?: AbortSignal) => fetch(request(server.url, event, signal))],
  [
    'in-process',
    (event: unknown, signal?: AbortSignal) => mock.fetch(request('https://mock.test', event, signal)),
  ],
])('%s', (_, post) => {
  test('a status is answered once, and the event does not count as received', async () => {
    mock.faults.push({ status: 500 })
    const response = await post({ ...orderCancel, request_id: 'r1' })
    expect(response.status).toBe(500)
    expect(await response.json()).toEqual({
      request_id: 'r1',
      error: 'The mock was told to answer with 500.',
    })
    expect(mock.events).toEqual([])
    expect((await post(orderCancel)).status).toBe(200)
    expect(mock.events).toEqual([orderCancel])
    expect(mock.faults).toEqual([])
  })

  test('a 2xx without a body still counts as received', async () => {
    mock.faults.push({ status: 204 })
    const response = await post(orderCancel)
    expect([response.status, await response.text()]).toEqual([204, ''])
    expect(mock.events).toEqual([orderCancel])
  })

  test.each([
    [2, '2'],
    ['Wed, 21 Oct 2026 07:28:00 GMT', 'Wed, 21 Oct 2026 07:28:00 GMT'],
  ])('Retry-After %j is sent', async (retryAfter, header) => {
    mock.faults.push({ status: 429, retryAfter })
    const response = await post(orderCancel)
    expect([response.status, response.headers.get('retry-after')]).toEqual([429, header])
  })

  test.each([
    ['a string as it is', '<h1>Bad gateway', '<h1>Bad gateway'],
    ['an object as JSON', { a: [1] }, '{"a":[1]}'],
    ['null as JSON', null, 'null'],
  ])('a body goes out: %s', async (_, body, sent) => {
    mock.faults.push({ status: 502, body })
    expect(await (await post(orderCancel)).text()).toBe(sent)
  })

  test('a drop tears the connection down', async () => {
    mock.faults.push({ drop: true })
    await expect(post(orderCancel)).rejects.toThrow(TypeError)
    expect(mock.attempts.map(({ answer }) => answer)).toEqual(['drop'])
    expect(mock.events).toEqual([])
  })

  test('a dropped or failed event counts as received where the fault accepts it', async () => {
    mock.faults.push({ drop: true, accept: true }, { status: 500, accept: true })
    await expect(post(orderCancel)).rejects.toThrow(TypeError)
    expect((await post(orderAdd)).status).toBe(500)
    expect(mock.events).toEqual([orderCancel, orderAdd])
  })

  test('a hanging request ends with reset', async () => {
    mock.faults.push({ hang: true })
    const hanging = post(orderCancel)
    hanging.catch(() => {})
    await vi.waitFor(() => expect(mock.attempts.map(({ answer }) => answer)).toEqual(['hang']))
    mock.reset()
    await expect(hanging).rejects.toThrow(TypeError)
  })

  test('a hanging request ends when its caller gives up', async () => {
    mock.faults.push({ hang: true, accept: true })
    const caller = new AbortController()
    const hanging = post(orderCancel, caller.signal)
    hanging.catch(() => {})
    await vi.waitFor(() => expect(mock.events).toEqual([orderCancel]))
    caller.abort()
    await expect(hanging).rejects.toThrow(expect.objectContaining({ name: 'AbortError' }))
    expect((await post(orderCancel)).status).toBe(200)
  })

  test('a body that the contract refuses uses no fault up', async () => {
    mock.faults.push({ status: 500 })
    expect((await post({})).status).toBe(400)
    expect(mock.faults).toHaveLength(1)
  })
})

const post = (event: unknown) => mock.fetch(request('https://mock.test', event))

test('a delay holds the usual answer back, and the event has arrived all the same', async () => {
  vi.useFakeTimers()
  mock.faults.push({ delay: 5000 })
  let status: number | undefined
  const answered = post(orderCancel).then(response => {
    status = response.status
  })
  await vi.advanceTimersByTimeAsync(4999)
  expect([status, mock.events]).toEqual([undefined, [orderCancel]])
  await vi.advanceTimersByTimeAsync(1)
  await answered
  vi.useRealTimers()
  expect(status).toBe(200)
})

test('a delay also holds a failure back', async () => {
  vi.useFakeTimers()
  mock.faults.push({ delay: 10, status: 503 })
  const answered = post(orderCancel)
  await vi.advanceTimersByTimeAsync(10)
  vi.useRealTimers()
  expect((await answered).status).toBe(503)
})

test('a fault acts as many times as it says, and stays as its author wrote it', async () => {
  const fault = { status: 500, times: 2 }
  mock.faults.push(fault)
  for (const status of [500, 500, 200]) expect((await post(orderCancel)).status).toBe(status)
  expect(fault).toEqual({ status: 500, times: 2 })
})

test('an infinite fault acts until reset', async () => {
  mock.faults.push({ status: 500, times: Infinity })
  for (let n = 0; n < 20; n++) expect((await post(orderCancel)).status).toBe(500)
  mock.reset()
  expect((await post(orderCancel)).status).toBe(200)
})

test('the first fault that matches wins, and one that does not match waits', async () => {
  mock.faults.push(
    { status: 501, when: ({ action }) => action === 'add' },
    { status: 502 },
    { status: 503, when: ({ data }) => data.order_id === 'ABC-123' },
  )
  for (const [event, status] of [
    [orderCancel, 502],
    [orderCancel, 503],
    [orderCancel, 200],
    [orderAdd, 501],
  ] as const) {
    expect((await post(event)).status).toBe(status)
  }
})
