import { beforeEach, describe, expect, test, vi } from 'vitest'
import {
  added,
  cancelled,
  dawdle,
  endpoint,
  fetchMock,
  hurry,
  idle,
  mock,
  openPage,
  placed,
  stored,
  tried,
  viewed,
} from '../../test/page.js'

beforeEach(hurry)

const delivered = expect.objectContaining({ status: 'delivered' })

const leave = () => dispatchEvent(new PageTransitionEvent('pagehide'))

describe('keepalive', () => {
  const sized = (id: string, characters: number) => ({
    ...added(id),
    data: { product_id: id, quantity: 1, text: 'a'.repeat(characters) },
  })

  function watched() {
    const requests: boolean[] = []
    return {
      requests,
      fetch: ((url, init) => {
        requests.push(init?.keepalive === true)
        return mock.fetch(new Request(url, { ...init, keepalive: false }))
      }) satisfies typeof fetch,
    }
  }

  test('is asked for as far as it reaches, and a larger event goes without', async () => {
    const { requests, fetch } = watched()
    const { client } = openPage({ fetch })
    for (const size of [10, 50_000, 70_000]) await client.track(sized('a', size))
    expect(requests).toEqual([true, true, false])
  })

  test('carries what was not tried yet as the page goes away, as far as it reaches', async () => {
    const { requests, fetch } = watched()
    const { client } = openPage({ fetch })
    void client.track(sized('a', 40_000))
    void client.track(sized('b', 40_000))
    void client.track(placed('1'))
    leave()
    expect(requests).toEqual([true, true])
    await vi.waitFor(() => expect(tried().slice(0, 2)).toEqual(['a', '1']))
  })
})

/** The page's own `fetch`, which the client uses where the shop gives none. */
const withPagesFetch = () => {
  vi.spyOn(window, 'fetch').mockImplementation(fetchMock)
  return openPage({ fetch: undefined })
}

describe('as the page goes away', () => {
  test('what was not tried yet goes out at once, in order', async () => {
    const { client } = openPage()
    for (const event of [added('a'), placed('1'), viewed('b')]) void client.track(event)
    leave()
    await vi.waitFor(() => expect(tried()).toEqual(['a', '1', 'b']))
  })

  test('of one order only the first event goes, so that no later one overtakes it', async () => {
    mock.faults.push({ hang: true, times: Number.POSITIVE_INFINITY })
    const { client } = openPage()
    for (const event of [placed('1'), cancelled('1'), cancelled('2')]) void client.track(event)
    leave()
    await vi.waitFor(() => expect(tried()).toEqual(['1', '2']))
  })

  test('a basket event on its way over a network that has just answered is taken as sent, an order is not', async () => {
    const { client } = withPagesFetch()
    await client.track(added('0'))
    mock.faults.push({ hang: true, times: Number.POSITIVE_INFINITY })
    for (const event of [added('a'), placed('1'), viewed('b')]) void client.track(event)
    leave()
    expect(stored().map(([key]) => key)).toEqual([expect.stringMatching(/order-add-1$/)])
  })

  test('nothing is taken as sent where the network is gone', async () => {
    const { client } = withPagesFetch()
    await client.track(added('0'))
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)
    mock.faults.push({ hang: true })
    void client.track(added('a'))
    leave()
    expect(stored()).toHaveLength(1)
  })

  test('what was taken as sent waits again where the network fails', async () => {
    dawdle()
    const { client } = withPagesFetch()
    await client.track(added('0'))
    mock.faults.push({ drop: true })
    void client.track(added('a'))
    leave()
    expect(stored()).toEqual([])
    await vi.waitFor(() => expect(stored()).toHaveLength(1))
  })

  test('nothing goes while a Retry-After holds', async () => {
    mock.faults.push({ status: 429, retryAfter: 60 })
    const { client, activities } = openPage()
    void client.track(added('a'))
    await vi.waitFor(() => expect(activities.at(-1)).toMatchObject({ type: 'retry' }))
    void client.track(added('b'))
    leave()
    expect(tried()).toEqual(['a'])
  })

  test('and comes back, what failed meanwhile goes out again', async () => {
    dawdle()
    mock.faults.push({ drop: true })
    const { client, activities } = openPage()
    const receipt = client.track(added('a'))
    leave()
    await vi.waitFor(() => expect(activities.at(-1)).toMatchObject({ type: 'retry' }))
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))
    expect(await receipt).toEqual(delivered)
  })
})

const ofOrders = (activities: ReturnType<typeof openPage>['activities']) =>
  activities
    .filter(({ type, event }) => type === 'attempt' && event.scope === 'order')
    .map(({ request_id }) => request_id)

describe('an order that was not tried yet goes out as the page goes away', () => {
  test('where another event has just failed', async () => {
    dawdle()
    mock.faults.push({ status: 500 })
    const { client, activities } = openPage()
    void client.track(added('failing'))
    await vi.waitFor(() => expect(activities.at(-1)).toMatchObject({ type: 'retry' }))
    await idle()
    void client.track(placed('1'))
    leave()
    expect(ofOrders(activities)).toEqual(['order-add-1'])
  })

  test('where another client on this page is sending', async () => {
    const [one, two] = [openPage(), openPage()]
    await one.client.track(added('a'))
    await two.client.track(added('b'))
    mock.faults.push({ hang: true })
    void one.client.track(added('slow'))
    await vi.waitFor(() => expect(tried()).toContain('slow'))
    void two.client.track(placed('1'))
    await vi.waitFor(async () => expect((await navigator.locks.query()).pending).toHaveLength(1))
    leave()
    expect(ofOrders(two.activities)).toEqual(['order-add-1'])
  })

  test('where a tab that is gone has just let go of the lock', async () => {
    let release = () => {}
    void navigator.locks.request(
      `ometria|lock|${endpoint()}`,
      () =>
        new Promise<void>(end => {
          release = end
        }),
    )
    const { client, activities } = openPage()
    void client.track(placed('1'))
    await vi.waitFor(async () => expect((await navigator.locks.query()).pending).toHaveLength(1))
    release()
    // By itself the order would go a quarter of a second later.
    const left = () => {
      leave()
      expect(ofOrders(activities)).toEqual(['order-add-1'])
    }
    await vi.waitFor(left, { timeout: 200, interval: 5 })
  })
})

describe('a basket event under way waits for the next page', () => {
  async function leaveInFlight({ client }: ReturnType<typeof openPage>) {
    await client.track(added('0'))
    mock.faults.push({ hang: true, times: Number.POSITIVE_INFINITY })
    void client.track(added('a'))
    await vi.waitFor(() => expect(tried()).toContain('a'))
    leave()
    expect(stored()).toHaveLength(1)
  }

  test('where the browser has no keepalive (Firefox before 133)', async () => {
    const keepalive = Object.getOwnPropertyDescriptor(Request.prototype, 'keepalive')
    Reflect.deleteProperty(Request.prototype, 'keepalive')
    try {
      await leaveInFlight(withPagesFetch())
    } finally {
      Object.defineProperty(Request.prototype, 'keepalive', Object(keepalive))
    }
  })

  test('where the shop’s own fetch may leave keepalive out', async () => {
    await leaveInFlight(openPage())
  })
})

test('the first event of a page is taken as sent where the page before it had an answer', async () => {
  await withPagesFetch().client.track(added('0'))
  const { client } = withPagesFetch()
  mock.faults.push({ hang: true })
  void client.track(added('a'))
  leave()
  expect(stored()).toEqual([])
})

test('a request that follows one without an answer has no keepalive, on the next page neither', async () => {
  const asked: boolean[] = []
  const fetch: typeof globalThis.fetch = (url, init) => {
    asked.push(init?.keepalive === true)
    return fetchMock(url, { ...init, keepalive: false })
  }
  dawdle()
  mock.faults.push({ status: 500 }, { drop: true, times: 2 })
  const first = openPage({ fetch })
  void first.client.track(added('a'))
  await first.client.flush()
  await first.client.flush()
  await first.client.flush()
  first.client.destroy()
  openPage({ fetch })
  await vi.waitFor(() => expect(asked).toEqual([true, true, false, false]))
})

test('nothing goes out as the page goes away while the server is down, not even when a question is due', async () => {
  mock.faults.push({ status: 503, times: Number.POSITIVE_INFINITY })
  const { client } = openPage()
  for (let n = 0; n < 10; n++) void client.track(added(String(n)))
  await vi.waitFor(() => expect(new Set(tried()).size).toBeGreaterThan(1))
  await idle()
  const before = tried().length
  vi.spyOn(performance, 'now').mockReturnValue(performance.now() + 60_000)
  leave()
  expect(tried()).toHaveLength(before)
})
