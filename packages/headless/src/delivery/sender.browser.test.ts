import type { Fault } from 'ometria-mock'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import {
  added,
  cancelled,
  dawdle,
  fetchMock,
  hurry,
  idle,
  mock,
  openPage,
  placed,
  setClock,
  stored,
  tried,
} from '../../test/page.js'

beforeEach(hurry)

const delivered = expect.objectContaining({ status: 'delivered' })

const sentTo = (id: string) => (event: { data: Record<string, unknown> }) =>
  event.data.order_id === id || event.data.product_id === id

test('a subscriber hears of each attempt, and when the next may be made', async () => {
  mock.faults.push({ status: 503 }, { drop: true })
  const { client, activities, told } = openPage()
  const receipt = await client.track(placed('1'))
  const retry = (code: string) => ({
    type: 'retry',
    retryAt: expect.any(Number),
    error: expect.objectContaining({ code }),
  })
  expect(activities).toMatchObject([
    { type: 'queued' },
    { type: 'attempt', attempt: 1 },
    retry('unavailable'),
    { type: 'attempt', attempt: 2 },
    retry('unreachable'),
    { type: 'attempt', attempt: 3 },
    { type: 'delivered', receipt },
  ])
  for (const activity of activities) {
    if (activity.type === 'retry') expect(activity.retryAt).toBeGreaterThanOrEqual(activity.at)
  }
  expect(told).toEqual([])
})

test('one request goes out after the other', async () => {
  let [inFlight, most] = [0, 0]
  mock.faults.push({ delay: 10, times: 5 })
  const { client } = openPage({
    async fetch(...request) {
      most = Math.max(most, ++inFlight)
      return fetchMock(...request).finally(() => inFlight--)
    },
  })
  await Promise.all(['a', 'b', 'c', 'd', 'e'].map(id => client.track(added(id))))
  expect([tried(), most]).toEqual([['a', 'b', 'c', 'd', 'e'], 1])
})

describe('an event in backoff', () => {
  test('steps aside for those behind it', async () => {
    mock.faults.push({ status: 500, when: sentTo('a') })
    const { client } = openPage()
    await Promise.all([added('a'), added('b'), placed('1')].map(client.track))
    expect(tried()).toEqual(['a', 'b', '1', 'a'])
  })

  test('holds up the later events of its own order, and of no other', async () => {
    mock.faults.push({ status: 500, when: sentTo('1') })
    const { client } = openPage()
    const returned = { scope: 'order', action: 'return', data: { order_id: '1' } } as const
    await Promise.all([placed('1'), cancelled('1'), returned, cancelled('2')].map(client.track))
    expect(mock.attempts.map(({ body }) => [Object(body).action, Object(body).data.order_id])).toEqual([
      ['add', '1'],
      ['cancel', '2'],
      ['add', '1'],
      ['cancel', '1'],
      ['return', '1'],
    ])
  })

  test('waits while its page lives, and no request is made meanwhile', async () => {
    dawdle()
    mock.faults.push({ status: 500 })
    const { client, activities } = openPage()
    void client.track(added('a'))
    await vi.waitFor(() => expect(activities.at(-1)).toMatchObject({ type: 'retry' }))
    const { at, retryAt } = Object(activities.at(-1))
    expect(retryAt - at).toBeCloseTo(1000, -1)
    await idle()
    expect(tried()).toEqual(['a'])
  })
})

describe('where the server seems down, everything waits:', () => {
  test('after some events failed in a row', async () => {
    dawdle()
    mock.faults.push({ status: 500, times: Number.POSITIVE_INFINITY })
    const { client } = openPage()
    const ids = Array.from({ length: 12 }, (_, n) => String(n))
    const receipts = Promise.all(ids.map(id => client.track(added(id))))
    await vi.waitFor(() => expect(new Set(tried()).size).toBeGreaterThan(1))
    await idle()
    expect(tried().length).toBeLessThan(ids.length / 2)
    mock.faults.length = 0
    await client.flush()
    expect(await receipts).toEqual(Array(12).fill(delivered))
  })

  test('after one where there was no answer', async () => {
    dawdle()
    mock.faults.push({ drop: true })
    const { client, activities } = openPage()
    const receipts = Promise.all(['a', 'b', 'c'].map(id => client.track(added(id))))
    await vi.waitFor(() => expect(activities.at(-1)).toMatchObject({ type: 'retry' }))
    await idle()
    expect(tried()).toEqual(['a'])
    await client.flush()
    expect(await receipts).toEqual([delivered, delivered, delivered])
  })
})

describe('a backoff is cut short', () => {
  test.each([
    ['by flush', (flush: () => void) => flush()],
    ['when the network is back', () => dispatchEvent(new Event('online'))],
    ['when the page becomes visible', () => document.dispatchEvent(new Event('visibilitychange'))],
    [
      'when the page comes back from the back/forward cache',
      () => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })),
    ],
    ['by the next page', () => openPage()],
  ])('%s', async (_, wake) => {
    dawdle()
    mock.faults.push({ drop: true })
    const { client, activities } = openPage()
    const receipt = client.track(added('a'))
    await vi.waitFor(() => expect(activities.at(-1)).toMatchObject({ type: 'retry' }))
    wake(() => void client.flush())
    await vi.waitFor(() => expect(mock.events).toHaveLength(1), { timeout: 500, interval: 10 })
    expect(await receipt).toEqual(delivered)
  })

  test('by nothing where the page was loaded anew, or became hidden', async () => {
    dawdle()
    mock.faults.push({ drop: true })
    const { client, activities } = openPage()
    void client.track(added('a'))
    await vi.waitFor(() => expect(activities.at(-1)).toMatchObject({ type: 'retry' }))
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: false }))
    vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden')
    document.dispatchEvent(new Event('visibilitychange'))
    await idle()
    expect(tried()).toEqual(['a'])
  })
})

describe('Retry-After', () => {
  test.each([
    ['in seconds', () => 1],
    ['as a date', () => new Date(Date.now() + 2000).toUTCString()],
  ])('%s holds everything back, for every page, whatever wakes it', async (_, retryAfter) => {
    mock.faults.push({ status: 429, retryAfter: retryAfter() })
    const { client, activities } = openPage()
    const first = client.track(added('a'))
    const second = client.track(placed('1'))
    await vi.waitFor(() => expect(activities.at(-1)).toMatchObject({ type: 'retry' }))
    await client.flush()
    dispatchEvent(new Event('online'))
    const next = openPage()
    const third = next.client.track(added('b'))
    await next.client.flush()
    expect(tried()).toEqual(['a'])
    expect(await Promise.all([first, second, third])).toEqual([delivered, delivered, delivered])
    const [refused, ...later] = mock.attempts.map(({ at }) => at)
    for (const at of later) expect(at - Number(refused)).toBeGreaterThanOrEqual(980)
    expect([...tried()].sort()).toEqual(['1', 'a', 'a', 'b'])
  })

  test('is not prolonged by a clock that is set back', async () => {
    mock.faults.push({ status: 503, retryAfter: 1 })
    const { client, activities } = openPage()
    const receipt = client.track(added('a'))
    await vi.waitFor(() => expect(activities.at(-1)).toMatchObject({ type: 'retry' }))
    setClock(-24 * 60 * 60 * 1000)
    await vi.waitFor(() => expect(tried()).toEqual(['a', 'a']), { timeout: 3000 })
    expect(await receipt).toEqual(delivered)
  })

  test.each([
    [
      'consent is taken back and given again',
      ({ client }: ReturnType<typeof openPage>) => {
        client.setConsent('denied')
        client.setConsent('granted')
      },
    ],
    ['the visitor clears the site’s data', () => localStorage.clear()],
  ])('is kept on its page where %s', async (_, happen) => {
    mock.faults.push({ status: 503, retryAfter: 5 })
    const page = openPage()
    void page.client.track(added('a'))
    await vi.waitFor(() => expect(page.activities.at(-1)).toMatchObject({ type: 'retry' }))
    happen(page)
    void page.client.track(added('b'))
    await idle()
    expect(tried()).toEqual(['a'])
  })

  test('that is over leaves nothing in storage', async () => {
    mock.faults.push({ status: 503, retryAfter: 1 })
    await openPage().client.track(added('a'))
    await idle()
    expect(stored()).toEqual([])
  })

  test('holds the event up, and nothing overtakes it', async () => {
    mock.faults.push({ status: 503, retryAfter: 1 })
    const { client } = openPage()
    await Promise.all([added('a'), placed('1'), added('b')].map(client.track))
    expect(tried()).toEqual(['a', 'a', '1', 'b'])
  })

  test.each([
    ['of zero seconds', 0],
    ['that is over', new Date(0).toUTCString()],
    ['that nobody can read', 'soon'],
  ])('%s counts as none', async (_, retryAfter) => {
    dawdle()
    mock.faults.push({ status: 503, retryAfter })
    const { client, activities } = openPage()
    const receipt = client.track(added('a'))
    await vi.waitFor(() => expect(activities.at(-1)).toMatchObject({ type: 'retry' }))
    const { at, retryAt } = Object(activities.at(-1))
    expect(retryAt - at).toBeGreaterThan(900)
    await client.flush()
    expect(await receipt).toEqual(delivered)
  })
})

test('while consent is pending again, what waits is not looked at over and over', async () => {
  const { client } = openPage()
  const receipt = client.track(added('a'))
  client.setConsent('pending')
  await idle()
  const timers = vi.spyOn(window, 'setTimeout')
  const locks = vi.spyOn(navigator.locks, 'request')
  await idle() // which takes one of each itself
  expect([timers.mock.calls.length, locks.mock.calls.length]).toEqual([1, 1])
  client.setConsent('granted')
  expect(await receipt).toEqual(delivered)
})

test('while consent is pending again, no cookie is read', async () => {
  const { client } = openPage()
  void client.track(added('a'))
  client.setConsent('pending')
  const cookies = vi.spyOn(document, 'cookie', 'get')
  dispatchEvent(new Event('online'))
  await idle()
  expect(cookies).not.toHaveBeenCalled()
})

test('a client that was destroyed in a backoff makes no attempt, and another page makes it', async () => {
  dawdle()
  mock.faults.push({ status: 500 })
  const { client, activities } = openPage()
  void client.track(placed('1'))
  await vi.waitFor(() => expect(activities.at(-1)).toMatchObject({ type: 'retry' }))
  client.destroy()
  dispatchEvent(new Event('online'))
  await idle()
  expect(tried()).toEqual(['1'])
  openPage()
  await vi.waitFor(() => expect(mock.events).toHaveLength(1))
})

test('flush resolves though what was tried has to wait', async () => {
  dawdle()
  mock.faults.push({ status: 500 })
  const { client } = openPage()
  void client.track(added('a'))
  await client.flush()
  expect(tried()).toEqual(['a'])
})

test('flush tries what waits, in the very moment when the last turn ends too', async () => {
  dawdle()
  mock.faults.push({ status: 503, when: ({ data }) => Object(data).product_id === 'a' })
  const { client } = openPage()
  void client.track(added('a'))
  await client.track(added('b'))
  await client.flush()
  expect(tried()).toEqual(['a', 'b', 'a'])
})

describe('one event that the server always fails', () => {
  const poison = (fault: Fault) =>
    mock.faults.push({ ...fault, times: Number.POSITIVE_INFINITY, when: sentTo('poison') })

  test('keeps no other event waiting', async () => {
    poison({ status: 500 })
    const { client } = openPage()
    await client.track(added('fine'))
    void client.track(added('poison'))
    await vi.waitFor(() => expect(tried().filter(id => id === 'poison').length).toBeGreaterThan(4), 5_000)
    dawdle()
    await vi.waitFor(async () => {
      await idle()
      expect(tried().at(-1)).toBe('poison')
    })
    expect(await client.track(placed('1'))).toEqual(delivered)
  })

  test('by hanging keeps no other waiting, however often the network comes back', async () => {
    poison({ hang: true })
    const { client } = openPage({ delivery: { timeoutMs: 100 } })
    void client.track(added('poison'))
    const receipts = Promise.all([placed('1'), added('a'), placed('2')].map(client.track))
    const online = setInterval(() => dispatchEvent(new Event('online')), 30)
    expect(await receipts).toEqual([delivered, delivered, delivered])
    clearInterval(online)
  })
})

describe('in an outage', () => {
  /** A page left so many events. */
  function leave(count: number) {
    const { client } = openPage()
    client.getUser()
    for (let n = 0; n < count; n++) void client.track(added(`left ${n}`))
    client.destroy()
    mock.faults.push({ status: 503, times: Number.POSITIVE_INFINITY })
  }

  test('a page that opens asks a few times, however much waits', async () => {
    dawdle()
    leave(60)
    openPage()
    await vi.waitFor(() => expect(tried().length).toBeGreaterThan(1))
    await idle()
    expect(tried().length).toBeLessThan(6)
  })

  test('flush stops where the server is plainly down', async () => {
    dawdle()
    leave(60)
    await openPage().client.flush()
    expect(tried().length).toBeLessThan(6)
  })

  test('each question is another event’s, and the first answer lets all through', async () => {
    leave(6)
    const { client } = openPage()
    await vi.waitFor(() => expect(new Set(tried()).size).toBeGreaterThan(3), 10_000)
    expect(new Set(tried()).size).toBe(tried().length)
    mock.faults.length = 0
    await client.flush()
    expect(mock.events).toHaveLength(6)
  })
})
