import { beforeEach, describe, expect, test, vi } from 'vitest'
import { added, fetchMock, idle, openPage, placed } from '../test/page.js'

/** All that a page could notice of us. */
function watch() {
  const watched = {
    timers: vi.spyOn(window, 'setTimeout'),
    reads: vi.spyOn(Storage.prototype, 'getItem'),
    intervals: vi.spyOn(window, 'setInterval'),
    listeners: vi.spyOn(window, 'addEventListener'),
    documentListeners: vi.spyOn(document, 'addEventListener'),
    locks: vi.spyOn(navigator.locks, 'request'),
    looks: vi.spyOn(navigator.locks, 'query'),
    writes: vi.spyOn(Storage.prototype, 'setItem'),
    removals: vi.spyOn(Storage.prototype, 'removeItem'),
    cookies: vi.spyOn(document, 'cookie', 'set'),
    requests: vi.fn(fetchMock),
  }
  const seen = () => Object.entries(watched).flatMap(([name, { mock }]) => mock.calls.map(() => name))
  return { fetch: watched.requests, seen }
}

test.each(['granted', 'denied', 'pending'] as const)(
  'a page that tracks nothing sees nothing of us: consent %s',
  async consent => {
    const { fetch, seen } = watch()
    const { client, told } = openPage({ fetch, consent })
    await Promise.resolve()
    await client.flush()
    dispatchEvent(new Event('online'))
    document.dispatchEvent(new Event('visibilitychange'))
    dispatchEvent(new PageTransitionEvent('pagehide'))
    client.destroy()
    await Promise.resolve()
    expect([seen(), told]).toEqual([[], []])
  },
)

test('a page that delivered what it had is idle again', async () => {
  const { fetch, seen } = watch()
  const { client } = openPage({ fetch })
  await client.track(added('a'))
  await idle()
  expect(seen()).toEqual(
    expect.arrayContaining(['timers', 'listeners', 'locks', 'writes', 'removals', 'requests']),
  )
  const before = seen().length
  await new Promise(resolve => requestAnimationFrame(resolve))
  await client.flush()
  expect(seen()).toHaveLength(before)
})

test('a client that is made and destroyed at once touches nothing', async () => {
  const { fetch, seen } = watch()
  openPage({ fetch }).client.destroy()
  await Promise.resolve()
  expect(seen()).toEqual([])
})

describe('what is tracked costs the page', () => {
  let fetch: ReturnType<typeof watch>['fetch']
  let seen: ReturnType<typeof watch>['seen']
  beforeEach(() => {
    ;({ fetch, seen } = watch())
  })

  /** How often of each, since the last look. */
  function costs() {
    const counts: Record<string, number> = {}
    for (const name of seen()) counts[name] = (counts[name] ?? 0) + 1
    vi.clearAllMocks()
    return counts
  }

  /** A page that has delivered something, and is idle again. */
  async function openWarmPage() {
    const { client } = openPage({ fetch })
    await client.track(added('a'))
    await idle()
    costs()
    return client
  }

  test('in the click itself: a read, a write and a timer; and the first time its listeners', async () => {
    const { client } = openPage({ fetch })
    void client.track(placed('1'))
    expect(costs()).toEqual({ reads: 1, writes: 1, timers: 1, listeners: 6, documentListeners: 1 })
    const warm = await openWarmPage()
    void warm.track(placed('2'))
    expect(costs()).toEqual({ reads: 1, writes: 1, timers: 1 })
  })

  test('until an order is delivered', async () => {
    const client = await openWarmPage()
    await client.track(placed('1'))
    expect(costs()).toEqual({
      requests: 1,
      reads: 4,
      writes: 2,
      locks: 1,
      looks: 1,
      timers: 2,
    })
    await idle() // which takes a lock itself
    // The notice to other tabs.
    const { locks, listeners, writes, requests } = costs()
    expect({ locks, listeners, writes, requests }).toEqual({ locks: 2, listeners: 1 })
  })

  test('what follows a moment later: the turn goes on', async () => {
    const client = await openWarmPage()
    await client.track(placed('1'))
    await client.track(placed('2'))
    expect(costs()).toMatchObject({ requests: 2, locks: 1 })
  })

  test('until a basket event is delivered', async () => {
    const client = await openWarmPage()
    await client.track(added('b'))
    expect(costs()).toEqual({
      requests: 1,
      reads: 3,
      writes: 1,
      removals: 1,
      locks: 1,
      looks: 1,
      timers: 2,
    })
  })

  test('a burst: the lock once', async () => {
    const client = await openWarmPage()
    await Promise.all(Array.from({ length: 10 }, (_, index) => client.track(added(String(index)))))
    expect(costs()).toEqual({
      requests: 10,
      reads: 21,
      writes: 10,
      removals: 10,
      locks: 1,
      looks: 1,
      timers: 11,
    })
  })
})
