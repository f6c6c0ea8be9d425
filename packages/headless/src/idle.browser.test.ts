import { expect, test, vi } from 'vitest'
import { added, fetchMock, idle, openPage } from './page.test-setup.js'

/** All that a page could notice of us. */
function watch() {
  const watched = {
    timers: vi.spyOn(window, 'setTimeout'),
    intervals: vi.spyOn(window, 'setInterval'),
    listeners: vi.spyOn(window, 'addEventListener'),
    locks: vi.spyOn(navigator.locks, 'request'),
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
