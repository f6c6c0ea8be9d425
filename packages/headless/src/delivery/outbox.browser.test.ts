import { beforeEach, describe, expect, test, vi } from 'vitest'
import {
  added,
  cancelled,
  dawdle,
  hurry,
  idle,
  mock,
  openPage,
  placed,
  setClock,
  stored,
  tried,
  viewed,
} from '../../test/page.js'
import { OmetriaExpiredError, OmetriaOverflowError } from '../index.js'

beforeEach(hurry)

const delivered = expect.objectContaining({ status: 'delivered' })

/** A page that tracks, and is gone before anything was sent. */
function leaveWaiting(...events: Parameters<ReturnType<typeof openPage>['client']['track']>[0][]) {
  const { client } = openPage()
  const user = client.getUser()
  for (const event of events) void client.track(event)
  client.destroy()
  return user
}

test('an order that is tracked again after the visitor cleared the site’s data: both callers are told', async () => {
  mock.faults.push({ status: 503 })
  dawdle()
  const { client, activities } = openPage()
  const first = client.track(placed('1'))
  await vi.waitFor(() => expect(activities.at(-1)).toMatchObject({ type: 'retry' }))
  localStorage.clear()
  expect(await client.track(placed('1'))).toEqual(delivered)
  expect(await first).toEqual({ status: 'suppressed', reason: 'consent' })
})

describe('what waits', () => {
  test('is stored before track returns, each event under a key of its own', () => {
    leaveWaiting(added('a'), placed('1'))
    expect(stored().map(([, value]) => value)).toEqual(
      expect.arrayContaining([
        expect.stringContaining('"product_id":"a"'),
        expect.stringContaining('"order_id":"1"'),
      ]),
    )
    expect(tried()).toEqual([])
  })

  test('is sent by the next page, oldest first, before what that page tracks', async () => {
    leaveWaiting(added('a'), placed('1'), viewed('b'))
    leaveWaiting(cancelled('2'), added('c'))
    expect(await openPage().client.track(added('d'))).toEqual(delivered)
    expect(tried()).toEqual(['a', '1', 'b', '2', 'c', 'd'])
  })

  describe('so long that reading it makes way for the page', () => {
    beforeEach(() => {
      setClock(-1000)
      leaveWaiting(added('a'), placed('1'), viewed('b'))
      setClock(0)
      let reads = 0
      const { now } = performance
      vi.spyOn(performance, 'now').mockImplementation(() => now.call(performance) + ++reads * 10)
    })

    test('is sent all the same, before what is tracked meanwhile', async () => {
      const { client } = openPage()
      await Promise.resolve()
      expect(await client.track(added('c'))).toEqual(delivered)
      expect(tried()).toEqual(['a', '1', 'b', 'c'])
    })

    test('leaves an order alone that is gone, and tracked again, meanwhile', async () => {
      leaveWaiting(placed('2'), placed('3'))
      const gone = stored().find(([key]) => key.includes('order-add'))?.[0] ?? ''
      const { client } = openPage()
      await Promise.resolve()
      localStorage.removeItem(gone)
      const { getItem } = Storage.prototype
      const receipt = new Promise<Promise<unknown>>(tracked => {
        vi.spyOn(Storage.prototype, 'getItem').mockImplementation(function (this: Storage, key) {
          if (key !== gone) return getItem.call(this, key)
          vi.mocked(Storage.prototype.getItem).mockRestore()
          queueMicrotask(() => tracked(client.track(placed(gone.slice(gone.lastIndexOf('-') + 1)))))
          return null
        })
      })
      expect(await receipt).toEqual(delivered)
    })

    test('is left to the next page where the client is destroyed meanwhile', async () => {
      const { client } = openPage()
      await Promise.resolve()
      client.destroy()
      await idle()
      await idle()
      expect(tried()).toEqual([])
    })

    test('is gone where consent is taken back meanwhile', async () => {
      const { client } = openPage()
      await Promise.resolve()
      client.setConsent('denied')
      await idle()
      await idle()
      expect(tried()).toEqual([])
      expect(stored()).toEqual([])
    })
  })

  test('leaves only the claims of orders behind', async () => {
    leaveWaiting(added('a'), placed('1'), viewed('b'), cancelled('2'))
    await openPage().client.flush()
    const ends = stored().map(([key]) => key.split('|').at(-1))
    expect(ends.toSorted()).toEqual(['order-add-1', 'order-cancel-2'])
  })

  test('is sent in the order of the visitor’s doing, wherever the clock goes', async () => {
    const { client } = openPage()
    void client.track(added('a'))
    setClock(-24 * 60 * 60 * 1000)
    void client.track(added('b'))
    setClock(24 * 60 * 60 * 1000)
    void client.track(added('c'))
    client.destroy()
    await openPage().client.track(added('d'))
    expect(tried()).toEqual(['a', 'b', 'c', 'd'])
  })

  test('keeps the visitor, the context and the request id that it had', async () => {
    const user = leaveWaiting({ ...added('a'), request_id: 'mine', context: { page: 'before' } })
    for (const name of ['ometria_uid', 'ometria_sid']) document.cookie = `${name}=another; Path=/`
    await openPage({ context: { page: 'after', language: 'en' } }).client.flush()
    expect(mock.events).toMatchObject([
      { request_id: 'mine', user, context: { page: 'before', page_url: location.href } },
    ])
    expect(mock.events[0]?.context).not.toHaveProperty('language')
  })

  test('tells the subscribers of the page that sends it', async () => {
    leaveWaiting(placed('1'))
    const { activities } = openPage()
    await vi.waitFor(() => expect(activities.map(({ type }) => type)).toEqual(['attempt', 'delivered']))
    expect(activities[0]?.event).toMatchObject(placed('1'))
  })

  test('is refused on the page that sends it, which is told', async () => {
    leaveWaiting(placed('1'))
    mock.faults.push({ status: 400 })
    const { told } = openPage()
    await vi.waitFor(() =>
      expect(told).toMatchObject([[{ code: 'rejected', status: 400 }, { data: { order_id: '1' } }]]),
    )
    expect(stored()).toEqual([])
  })
})

describe('what nobody can read in storage is left alone, told once, and in nobody’s way:', () => {
  /** An entry as it should be, and one that is not. */
  async function withEntry(spoil: (value: string) => string) {
    leaveWaiting(placed('1'))
    const [[key = '', value = ''] = []] = stored()
    const strange = [`${key}-strange`, spoil(value)] as const
    localStorage.setItem(...strange)
    return strange
  }

  test.each([
    ['garbage', () => 'garbage'],
    ['nothing', () => ''],
    ['null', () => 'null'],
    ['a list', () => '[]'],
    ['an entry that was half written', (value: string) => value.slice(0, -9)],
    ['an older format', (value: string) => value.replace('"v":1', '"v":0')],
    ['a newer format', (value: string) => value.replace('"v":1', '"v":2')],
    ['no format', (value: string) => value.replace('"v":1,', '')],
    ['an age that is none', (value: string) => value.replace(/"at":[\d.]+/, '"at":"old"')],
    ['an event that is wrong', (value: string) => value.replace('"order_total":74.96', '"order_total":"?"')],
    ['an event of another kind', (value: string) => value.replace('"scope":"order"', '"scope":"cart"')],
    ['a visitor who is none', (value: string) => value.replace(/"sid":"\w+"/, '"sid":""')],
  ])('%s', async (_, spoil) => {
    const [key, value] = await withEntry(spoil)
    localStorage.setItem(`${key}-too`, value)
    const { client, told } = openPage()
    expect(await client.track(added('a'))).toEqual(delivered)
    await client.flush()
    expect(tried()).toEqual(['1', 'a'])
    expect([localStorage.getItem(key), localStorage.getItem(`${key}-too`)]).toEqual([value, value])
    expect(told).toEqual([[expect.objectContaining({ code: 'storage' }), undefined]])
  })
})

describe('at the limit of events', () => {
  test('views make room first, then basket events, the oldest first; orders never do', async () => {
    const { client, told, activities } = openPage({ delivery: { maxEvents: 3 } })
    const events = [added('a'), viewed('b'), viewed('c'), placed('1'), placed('2'), added('d'), placed('3')]
    const ends = await Promise.allSettled([...events, placed('4')].map(client.track))
    expect(ends.map(end => (end.status === 'rejected' ? end.reason.code : end.value.status))).toEqual([
      'overflow',
      'overflow',
      'overflow',
      'delivered',
      'delivered',
      'overflow',
      'delivered',
      'delivered',
    ])
    expect(tried()).toEqual(['1', '2', '3', '4'])
    const evicted = [viewed('b'), viewed('c'), added('a'), added('d')]
    expect(told).toEqual(
      evicted.map(event => [
        expect.any(OmetriaOverflowError),
        expect.objectContaining({ scope: event.scope }),
      ]),
    )
    expect(told.map(([, event]) => event)).toMatchObject(evicted)
    expect(activities.filter(({ type }) => type === 'ended')).toMatchObject(
      evicted.map(event => ({ event, reason: 'overflow' })),
    )
  })

  test('what is in flight stays', async () => {
    mock.faults.push({ delay: 50 })
    const { client } = openPage({ delivery: { maxEvents: 1 } })
    const first = client.track(viewed('a'))
    await vi.waitFor(() => expect(tried()).toEqual(['a']))
    const second = client.track(viewed('b'))
    await expect(second).rejects.toBeInstanceOf(OmetriaOverflowError)
    expect(await first).toEqual(delivered)
  })

  test('a page’s limit counts what other pages left', async () => {
    leaveWaiting(viewed('a'), viewed('b'))
    const { client } = openPage({ delivery: { maxEvents: 2 } })
    await Promise.resolve()
    expect(await client.track(placed('1'))).toEqual(delivered)
    expect(tried()).toEqual(['b', '1'])
  })

  test('large events make room before they fill the storage of the site', async () => {
    const { client } = openPage()
    const large = (id: string) => ({ ...viewed(id), data: { text: 'a'.repeat(450_000) } })
    const ends = await Promise.allSettled(['a', 'b', 'c', 'd', 'e'].map(id => client.track(large(id))))
    expect(ends.map(({ status }) => status)).toEqual(['rejected', ...Array(4).fill('fulfilled')])
  })
})

describe('an event that waited too long', () => {
  test('is not sent; its caller and onError are told', async () => {
    dawdle()
    mock.faults.push({ status: 500 })
    const { client, told, activities } = openPage()
    const receipt = client.track(added('a'))
    await client.flush()
    setClock(7 * 24 * 60 * 60 * 1000 + 1)
    void client.flush()
    const error: unknown = await receipt.catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(OmetriaExpiredError)
    expect(told).toEqual([[error, expect.objectContaining(added('a'))]])
    expect(activities.at(-1)).toMatchObject({ type: 'ended', reason: 'expired', error })
    expect([tried(), stored()]).toEqual([['a'], []])
  })

  test('is not sent by a later page either, while a younger one is', async () => {
    leaveWaiting(placed('1'))
    setClock(6 * 24 * 60 * 60 * 1000)
    leaveWaiting(placed('2'))
    setClock(8 * 24 * 60 * 60 * 1000)
    const { told } = openPage()
    await vi.waitFor(() => expect(tried()).toEqual(['2']))
    expect(told).toMatchObject([[{ code: 'expired' }, { data: { order_id: '1' } }]])
  })

  test('is sent where the clock was ahead when it was tracked', async () => {
    setClock(30 * 24 * 60 * 60 * 1000)
    leaveWaiting(placed('1'))
    setClock(0)
    openPage()
    await vi.waitFor(() => expect(tried()).toEqual(['1']))
  })
})
