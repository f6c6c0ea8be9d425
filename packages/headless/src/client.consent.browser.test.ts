import { describe, expect, test, vi } from 'vitest'
import {
  added,
  endpoint,
  fetchMock,
  idle,
  mock,
  openPage,
  placed,
  stored,
  tried,
  viewed,
} from '../test/page.js'
import type { Consent } from './index.js'

/** A consent platform, and the visitor's clicks on it. */
function platform(word: Consent) {
  const listeners = new Set<() => void>()
  return {
    listeners,
    get: () => word,
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    /** The word changes; those who listen hear of it. */
    say(next: Consent) {
      word = next
      for (const listener of listeners) listener()
    },
    /** The word changes, and nobody hears of it. */
    mutter(next: Consent) {
      word = next
    },
  }
}

/** All that could leave a trace. */
function watchTraces() {
  const cookie = vi.spyOn(document, 'cookie', 'set')
  const setItem = vi.spyOn(Storage.prototype, 'setItem')
  return () => [...cookie.mock.calls, ...setItem.mock.calls, ...mock.attempts]
}

/** Another tab is at work. */
const holdLock = () =>
  new Promise<() => void>(resolve => {
    void navigator.locks.request(`ometria|lock|${endpoint()}`, () => new Promise<void>(end => resolve(end)))
  })

const suppressed = { status: 'suppressed', reason: 'consent' }
const delivered = expect.objectContaining({ status: 'delivered' })

describe('denied', () => {
  test('leaves no cookie, nothing in storage and no request', async () => {
    const traces = watchTraces()
    const { client, activities, told } = openPage({ consent: 'denied' })
    expect(await Promise.all([placed('1'), added('abc'), viewed('a')].map(client.track))).toEqual(
      Array(3).fill(suppressed),
    )
    await client.flush()
    expect([client.getUser(), client.getConsent(), traces(), told]).toEqual([null, 'denied', [], []])
    expect(activities).toMatchObject(Array(3).fill({ type: 'ended', reason: 'consent' }))
  })

  test('removes what an earlier page left, for whatever account', async () => {
    await openPage().client.track(placed('1'))
    const another = 'ometria|event|https://another.test|x'
    localStorage.setItem(another, 'y')
    localStorage.setItem('theme', 'dark')
    document.cookie = 'theme=dark; Path=/'
    expect([stored().length, document.cookie]).toEqual([1, expect.stringContaining('ometria_uid=')])
    openPage({ consent: 'denied' })
    await vi.waitFor(() => expect(stored()).toEqual([]))
    expect(document.cookie).toBe('theme=dark')
    expect([localStorage.getItem('theme'), localStorage.getItem(another)]).toEqual(['dark', null])
    document.cookie = 'theme=; Path=/; Max-Age=0'
  })

  test('removes the cookies by the names that the shop gave them', async () => {
    const cookies = { uid: 'shop_u', sid: 'shop_s' }
    await openPage({ cookies }).client.track(added('abc'))
    expect(document.cookie).toMatch(/shop_u=\w+; shop_s=\w+/)
    openPage({ cookies, consent: 'denied' })
    await vi.waitFor(() => expect(document.cookie).toBe(''))
  })
})

describe('pending', () => {
  test('holds events in memory, and sends them in order once granted', async () => {
    const traces = watchTraces()
    const { client } = openPage({ consent: 'pending' })
    const events = [viewed('a'), added('abc'), placed('1')]
    const receipts = Promise.all(events.map(client.track))
    await client.flush()
    expect([traces(), client.getUser(), client.getConsent()]).toEqual([[], null, 'pending'])
    client.setConsent('granted')
    expect(await receipts).toEqual([delivered, delivered, delivered])
    expect(mock.events).toMatchObject(events)
  })

  test('forgets what it held once denied', async () => {
    const traces = watchTraces()
    const { client, activities } = openPage({ consent: 'pending' })
    const receipts = Promise.all([placed('1'), added('abc')].map(client.track))
    client.setConsent('denied')
    expect(await receipts).toEqual([suppressed, suppressed])
    client.setConsent('granted')
    await client.flush()
    expect([traces(), activities.map(({ type }) => type)]).toEqual([[], ['held', 'held', 'ended', 'ended']])
  })

  test('subscribers hear what is held, and what goes on, of the same event', async () => {
    const { client, activities } = openPage({ consent: 'pending' })
    const receipt = client.track(added('abc'))
    expect(activities).toMatchObject([{ type: 'held', event: added('abc') }])
    client.setConsent('granted')
    await receipt
    expect(activities.map(({ type }) => type)).toEqual(['held', 'queued', 'attempt', 'delivered'])
    expect(new Set(activities.map(({ event }) => event)).size).toBe(1)
    expect(new Set(activities.map(({ request_id }) => request_id)).size).toBe(1)
  })

  test('a subscriber may answer for the visitor as soon as an event is held', async () => {
    const { client, activities } = openPage({ consent: 'pending' })
    client.subscribe(({ type }) => type === 'held' && client.setConsent('granted'))
    expect(await client.track(viewed('a'))).toEqual(delivered)
    expect(activities.map(({ type }) => type)).toEqual(['held', 'queued', 'attempt', 'delivered'])
  })

  test('keeps the context of the page on which an event happened', async () => {
    const { client } = openPage({ consent: 'pending' })
    const receipt = client.track(viewed('a'))
    const { href } = location
    history.pushState(null, '', '?elsewhere')
    client.setConsent('granted')
    await receipt
    history.replaceState(null, '', href)
    expect(mock.events[0]?.context).toMatchObject({ page_url: href })
  })

  test('holds as many events as may wait: views make room first, the oldest first', async () => {
    const { client, told } = openPage({ consent: 'pending', delivery: { maxEvents: 3 } })
    const events = [added('a'), viewed('b'), placed('1'), viewed('c'), placed('2'), placed('3'), placed('4')]
    const ends = Promise.allSettled(events.map(client.track))
    client.setConsent('granted')
    expect((await ends).map(({ status }) => status)).toEqual([
      'rejected',
      'rejected',
      'fulfilled',
      'rejected',
      'fulfilled',
      'fulfilled',
      'fulfilled',
    ])
    expect(told.map(([{ code }, event]) => [code, event?.scope])).toEqual([
      ['overflow', 'view'],
      ['overflow', 'view'],
      ['overflow', 'basket'],
    ])
  })

  test('knows an order that is tracked twice', async () => {
    const { client } = openPage({ consent: 'pending' })
    const receipts = Promise.all([client.track(placed('1')), client.track(placed('1'))])
    client.setConsent('granted')
    expect(await receipts).toEqual([delivered, { status: 'duplicate', request_id: 'order-add-1' }])
    expect(mock.attempts).toHaveLength(1)
  })
})

describe('taken back', () => {
  test('aborts what is in flight, ends what waits, and removes every trace', async () => {
    let aborted = 0
    const { client, activities, told } = openPage({
      fetch(url, init) {
        init?.signal?.addEventListener('abort', () => aborted++)
        return fetchMock(url, init)
      },
    })
    await client.track(placed('0'))
    mock.faults.push({ hang: true })
    const receipts = Promise.all([added('a'), placed('1'), viewed('b')].map(client.track))
    await vi.waitFor(() => expect(mock.attempts).toHaveLength(2))
    const user = client.getUser()
    client.setConsent('denied')
    expect([stored(), document.cookie, client.getUser()]).toEqual([[], '', null])
    expect(await receipts).toEqual([suppressed, suppressed, suppressed])
    expect(aborted).toBe(1)
    expect(activities.slice(-3)).toMatchObject(Array(3).fill({ type: 'ended', reason: 'consent' }))

    client.setConsent('granted')
    expect(await client.track(placed('2'))).toEqual(delivered)
    expect(mock.attempts).toHaveLength(3)
    expect(client.getUser()).not.toEqual(user)
    expect(told).toEqual([])
  })

  test('by who hears that what was held is queued, ends the rest', async () => {
    const { client } = openPage({ consent: 'pending' })
    const receipts = ['a', 'b', 'c'].map(id => client.track(added(id)))
    client.subscribe(({ type }) => type === 'queued' && client.setConsent('denied'))
    client.setConsent('granted')
    expect(await Promise.all(receipts)).toEqual(receipts.map(() => suppressed))
    expect([tried(), stored()]).toEqual([[], []])
  })

  test('takes cookies along that nobody can read', async () => {
    document.cookie = 'ometria_uid=%E0%A4%A; Path=/'
    openPage({ consent: 'denied' })
    await idle()
    expect(document.cookie).toBe('')
  })

  test('in another tab, ends what waits in this one', async () => {
    mock.faults.push({ hang: true })
    const { client } = openPage()
    const receipt = client.track(placed('1'))
    const waiting = client.track(added('a'))
    await vi.waitFor(() => expect(mock.attempts).toHaveLength(1))
    const frame = document.body.appendChild(document.createElement('iframe'))
    for (const [key] of stored()) frame.contentWindow?.localStorage.removeItem(key)
    expect(await Promise.all([receipt, waiting])).toEqual([suppressed, suppressed])
    frame.remove()
  })

  test('in another tab that did not see yet what this one just stored, ends that too', async () => {
    mock.faults.push({ hang: true })
    const { client } = openPage()
    const receipts = [added('a'), added('b')].map(client.track)
    await vi.waitFor(() => expect(mock.attempts).toHaveLength(1))
    dispatchEvent(new StorageEvent('storage', { key: 'ometria|revoked', newValue: String(Date.now() + 1) }))
    expect(await Promise.all(receipts)).toEqual([suppressed, suppressed])
    expect(stored()).toEqual([])
  })

  test('without a word to anyone, sends and leaves nothing more all the same', async () => {
    const cmp = platform('granted')
    const { client } = openPage({ consent: cmp })
    await client.flush()
    void client.track(added('a'))
    cmp.mutter('denied')
    const traces = watchTraces()
    await client.flush()
    await idle()
    expect(traces()).toEqual([])
  })

  test('while another tab is at work, leaves no cookie when this one’s turn comes', async () => {
    const release = await holdLock()
    const { client } = openPage()
    const receipt = client.track(added('a'))
    await vi.waitFor(async () => expect((await navigator.locks.query()).pending).toHaveLength(1))
    client.setConsent('denied')
    release()
    expect(await receipt).toEqual(suppressed)
    await vi.waitFor(async () => {
      const { held = [] } = await navigator.locks.query()
      expect(held.filter(({ name }) => name?.startsWith('ometria|lock|'))).toEqual([])
    })
    expect([document.cookie, stored()]).toEqual(['', []])
  })
})

describe('a consent source', () => {
  test('is heard as soon as it speaks', async () => {
    const cmp = platform('pending')
    const { client } = openPage({ consent: cmp })
    const receipt = client.track(added('abc'))
    cmp.say('granted')
    expect(await receipt).toEqual(delivered)
    cmp.say('denied')
    expect([document.cookie, stored(), client.getConsent()]).toEqual(['', [], 'denied'])
  })

  test('is asked again at each event, heard or not', async () => {
    const cmp = platform('denied')
    const { client } = openPage({ consent: cmp })
    expect(await client.track(added('a'))).toEqual(suppressed)
    cmp.mutter('granted')
    expect(await client.track(added('b'))).toEqual(delivered)
  })

  test('is left when the client is destroyed or given another, and taken up again', async () => {
    const [first, second] = [platform('granted'), platform('granted')]
    const { client } = openPage({ consent: first })
    await client.flush()
    expect([first.listeners.size, second.listeners.size]).toEqual([1, 0])
    client.setConsent(second)
    expect([first.listeners.size, second.listeners.size]).toEqual([0, 1])
    client.destroy()
    expect(second.listeners.size).toBe(0)
    await client.track(added('abc'))
    expect(second.listeners.size).toBe(1)
  })

  test.each<[string, () => Consent]>([
    ['throws', () => JSON.parse('{')],
    ['answers nonsense', () => JSON.parse('"yes"')],
    ['answers nothing', () => JSON.parse('null')],
  ])('that %s has not answered: pending', async (_, get) => {
    const traces = watchTraces()
    const { client } = openPage({ consent: { get, subscribe: () => () => {} } })
    const receipt = client.track(added('abc'))
    await client.flush()
    expect([client.getConsent(), client.getUser(), traces()]).toEqual(['pending', null, []])
    client.setConsent('granted')
    expect(await receipt).toEqual(delivered)
  })

  test('that can’t be subscribed to is still asked', async () => {
    const { client } = openPage({
      consent: {
        get: () => 'granted',
        subscribe() {
          throw new Error('the platform’s own')
        },
      },
    })
    expect(await client.track(added('abc'))).toEqual(delivered)
  })

  test.each<[string, unknown]>([
    ['gives back nothing', undefined],
    ['gives back no function', true],
    ['gives back a function that throws', () => JSON.parse('{')],
  ])('that %s on subscribing is subscribed to once, and left without a throw', async (_, back) => {
    const subscribe = vi.fn(() => back as () => void)
    const { client } = openPage({ consent: { get: () => 'granted', subscribe } })
    await client.track(added('a'))
    await client.track(added('b'))
    expect(subscribe).toHaveBeenCalledOnce()
    client.destroy()
  })
})

test('a word given twice changes nothing', async () => {
  const { client } = openPage()
  const changes = vi.fn()
  await client.flush()
  client.subscribeUser(changes)
  client.setConsent('granted')
  await client.flush()
  expect(changes).not.toHaveBeenCalled()
})

describe('a page that is being prerendered', () => {
  test('sends nothing until it is shown, and leaves no trace', async () => {
    const prerendering = vi.fn(() => true)
    Object.defineProperty(document, 'prerendering', { configurable: true, get: prerendering })
    const traces = watchTraces()
    const { client } = openPage()
    const receipt = client.track(viewed('a'))
    await client.flush()
    expect([traces(), client.getUser()]).toEqual([[], null])
    prerendering.mockReturnValue(false)
    document.dispatchEvent(new Event('prerenderingchange'))
    Reflect.deleteProperty(document, 'prerendering')
    expect(await receipt).toEqual(delivered)
    expect(mock.events).toHaveLength(1)
  })

  test('and whose client is destroyed sends nothing when it is shown', async () => {
    Object.defineProperty(document, 'prerendering', { configurable: true, value: true })
    const { client } = openPage()
    void client.track(added('a'))
    await idle()
    client.destroy()
    Reflect.deleteProperty(document, 'prerendering')
    document.dispatchEvent(new Event('prerenderingchange'))
    await idle()
    expect(tried()).toEqual([])
  })
})

test('a source that calls back while it is subscribed to is left again, once', async () => {
  const ends = vi.fn()
  const { client } = openPage({
    consent: {
      get: () => 'granted',
      subscribe(listener) {
        listener()
        return ends
      },
    },
  })
  client.subscribeUser(() => void client.flush())
  await client.track(added('a'))
  client.destroy()
  expect(ends).toHaveBeenCalledOnce()
})
