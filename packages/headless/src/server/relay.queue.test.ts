import basketAdd from 'ometria-mock/fixtures/basket-add.json' with { type: 'json' }
import orderAdd from 'ometria-mock/fixtures/order-add.json' with { type: 'json' }
import { expect, test, vi } from 'vitest'
import { createMemoryQueue } from '../../test/memory-queue.js'
import { serveRelay } from '../../test/served-relay.js'
import { createOmetriaRelay, type OmetriaQueue } from './index.js'

const event = { ...basketAdd, request_id: 'r-1' }

test('answers 202 with the request id, and the queue has the whole hit, its visitor included', async () => {
  const queue = createMemoryQueue()
  const { post } = await serveRelay({ queue })
  const { user: _, ...anonymous } = event
  const before = Date.now()
  const answer = await post(anonymous, { headers: { cookie: 'ometria_uid=u-1; ometria_sid=s-1' } })
  expect(answer).toMatchObject({ status: 202, body: { request_id: 'r-1', status: 'queued' } })
  const [hit] = queue.hits
  expect(queue.hits).toEqual([{ request_id: 'r-1', body: expect.any(String), at: expect.any(Number) }])
  expect(JSON.parse(hit?.body ?? '')).toEqual({ ...event, user: { uid: 'u-1', sid: 's-1' } })
  expect(hit?.at).toBeGreaterThanOrEqual(before)
})

test('answers 200 to an event that the queue has already', async () => {
  const queue = createMemoryQueue()
  const { post } = await serveRelay({ queue })
  await post(orderAdd)
  const again = await post(orderAdd)
  expect(again).toMatchObject({ status: 200, body: { request_id: 'order-add-ABC-123', status: 'duplicate' } })
  expect(queue.hits).toHaveLength(1)
})

test('sets the same three cookies as without a queue', async () => {
  const { post } = await serveRelay({ queue: createMemoryQueue() })
  for (const status of [202, 200]) {
    const answer = await post(event)
    expect(answer.status).toBe(status)
    expect(answer.headers['set-cookie']).toHaveLength(3)
  }
})

test('answers nothing before the store has the event', async () => {
  let stored = (_: { duplicate: boolean }) => {}
  const add = vi.fn(() => new Promise<{ duplicate: boolean }>(resolve => (stored = resolve)))
  const { post } = await serveRelay({ queue: { add } })
  const answered = vi.fn()
  const answer = post(event).then(answered)
  await vi.waitFor(() => expect(add).toHaveBeenCalled())
  await post('no event') // a whole round trip of another request
  expect(answered).not.toHaveBeenCalled()
  stored({ duplicate: false })
  await answer
  expect(answered).toHaveBeenCalledWith(expect.objectContaining({ status: 202 }))
})

test.each<[string, OmetriaQueue['add']]>([
  ['rejects', () => Promise.reject(new Error('READONLY redis://shop:tip/top"+secret@store:6379'))],
  [
    'throws',
    () => {
      throw new Error('Connection is closed.')
    },
  ],
  ['rejects with no error', () => Promise.reject(undefined)],
])('answers 503 with Retry-After, and acknowledges nothing, where the queue %s', async (_, add) => {
  const { post } = await serveRelay({ queue: { add } })
  const answer = await post(event)
  expect(answer).toMatchObject({ status: 503, headers: { 'retry-after': '5' } })
  expect(answer.body).toEqual({ error: 'The queue could not store the event.' })
  expect(answer.headers['set-cookie']?.join()).not.toContain('ometria_ack')
})

test('takes a store that is silent for 5 s as down', async () => {
  vi.useFakeTimers()
  try {
    const relay = createOmetriaRelay({ queue: { add: () => new Promise(() => {}) } })
    const origin = 'https://shop.example'
    const headers = { origin, 'content-type': 'application/json' }
    const answered = vi.fn()
    const answer = relay(new Request(origin, { method: 'POST', headers, body: JSON.stringify(event) })).then(
      response => answered(response.status),
    )
    await vi.waitFor(() => expect(vi.getTimerCount()).toBe(1))
    await vi.advanceTimersByTimeAsync(4_999)
    expect(answered).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(1)
    await answer
    expect(answered).toHaveBeenCalledWith(503)
    expect(vi.getTimerCount()).toBe(0)
  } finally {
    vi.useRealTimers()
  }
})
