import basketAdd from 'ometria-mock/fixtures/basket-add.json' with { type: 'json' }
import orderAdd from 'ometria-mock/fixtures/order-add.json' with { type: 'json' }
import orderCancel from 'ometria-mock/fixtures/order-cancel.json' with { type: 'json' }
import { describe, expect, test, vi } from 'vitest'
import { added, cancelled, idle, mock, openPage, placed, reference, viewed } from '../test/page.js'
import { createOmetriaClient, OmetriaError } from './index.js'

describe('the reference’s own examples arrive as they stand, plus request_id, user and context:', () => {
  test.each([
    ['something put into the basket', reference.basketAdd, basketAdd],
    ['an order placed', reference.orderAdd, orderAdd],
    ['an order cancelled', reference.orderCancel, orderCancel],
  ])('%s', async (_, event, example) => {
    const { client, told } = openPage()
    const receipt = await client.track(event)
    expect(mock.events).toEqual([
      {
        ...example,
        request_id: expect.any(String),
        user: client.getUser(),
        context: {
          page_url: location.href,
          user_agent: navigator.userAgent,
          ...('context' in example && example.context),
        },
      },
    ])
    const [{ request_id } = {}] = mock.events
    expect(receipt).toEqual({ status: 'delivered', request_id, response: { request_id } })
    expect(told).toEqual([])
  })
})

test('an event goes out with POST, as JSON, to the account’s address', async () => {
  const fetch = vi.fn(async () => new Response())
  const client = createOmetriaClient({ domainKey: 'my-shop', locationKey: 'eu', consent: 'granted', fetch })
  await client.track(added('abc'))
  client.destroy()
  expect(fetch).toHaveBeenCalledExactlyOnceWith(
    'https://my-shop.store-eu.ometria.services/api/track',
    expect.objectContaining({
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      keepalive: true,
    }),
  )
})

test('events go out in the order in which they were tracked', async () => {
  const { client } = openPage()
  const events = [viewed('a'), added('a'), placed('1'), cancelled('1'), viewed('b')]
  await Promise.all(events.map(event => client.track(event)))
  expect(mock.events).toMatchObject(events)
})

test('nothing is sent before the caller’s own task is done', async () => {
  const { client } = openPage()
  const delivered = client.track(added('abc'))
  await Promise.resolve()
  expect(mock.attempts).toEqual([])
  await delivered
  expect(mock.attempts).toHaveLength(1)
})

test('an event is what it was when it was tracked, whatever becomes of the object', async () => {
  const { client } = openPage()
  const event = { ...added('abc'), context: { own: { deep: 1 } } }
  const delivered = client.track(event)
  event.data.product_id = 'def'
  event.context.own.deep = 2
  await delivered
  expect(mock.events).toMatchObject([{ data: { product_id: 'abc' }, context: { own: { deep: 1 } } }])
})

describe('context', () => {
  test('is the event’s own, over the configuration’s, over what the page says of itself', async () => {
    const { client } = openPage({
      context: { language: 'en', currency: 'GBP', page_url: 'https://shop.example/' },
    })
    await client.track({ ...added('abc'), context: { language: 'de', floor: 2 } })
    expect(mock.events[0]?.context).toEqual({
      language: 'de',
      currency: 'GBP',
      page_url: 'https://shop.example/',
      user_agent: navigator.userAgent,
      floor: 2,
    })
  })

  test('may be a function, asked at each event', async () => {
    let page = 0
    const { client } = openPage({ context: () => ({ page: ++page }) })
    await Promise.all([client.track(viewed('a')), client.track(viewed('b'))])
    expect(mock.events).toMatchObject([{ context: { page: '1' } }, { context: { page: '2' } }])
  })

  test.each([
    ['throws', () => JSON.parse('{')],
    ['returns what does not fit', () => ({ page: '' })],
  ])('is left out where the function %s, which is told once', async (_, context) => {
    const { client, told } = openPage({ context })
    await Promise.all([client.track(viewed('a')), client.track(viewed('b'))])
    const automatic = { page_url: location.href, user_agent: navigator.userAgent }
    expect(mock.events.map(event => event.context)).toEqual([
      { ...automatic, product: 'a' },
      { ...automatic, product: 'b' },
    ])
    expect(told).toEqual([[expect.objectContaining({ code: 'config', cause: expect.any(Error) }), undefined]])
  })

  test('has no fragment in its address', async () => {
    const { client } = openPage()
    history.replaceState(null, '', `${location.pathname}${location.search}#access_token=secret`)
    await client.track(added('abc'))
    history.replaceState(null, '', location.pathname + location.search)
    expect(mock.events[0]?.context).toMatchObject({ page_url: location.href })
  })
})

describe('the request id', () => {
  test('is the caller’s own where there is one', async () => {
    const { client } = openPage()
    expect(await client.track({ ...added('abc'), request_id: 'mine' })).toMatchObject({ request_id: 'mine' })
    expect(await client.track({ ...added('abc'), request_id: 7 })).toMatchObject({ request_id: 7 })
    expect(mock.events.map(event => event.request_id)).toEqual(['mine', 7])
  })

  test('is derived from an order placed or cancelled, and a UUIDv4 in hex otherwise', async () => {
    const { client } = openPage()
    for (const event of [placed('A/1 ä'), cancelled('A/1 ä'), added('abc')]) await client.track(event)
    expect(mock.events.map(event => event.request_id)).toEqual([
      'order-add-A/1 ä',
      'order-cancel-A/1 ä',
      expect.stringMatching(/^[0-9a-f]{12}4[0-9a-f]{3}[89ab][0-9a-f]{15}$/),
    ])
  })
})

describe('a subscriber', () => {
  test('hears of each step, by event and request id', async () => {
    const { client, activities } = openPage()
    const receipt = await client.track(placed('1'))
    const about = {
      at: expect.any(Number),
      event: expect.objectContaining(placed('1')),
      request_id: 'order-add-1',
    }
    expect(activities).toEqual([
      { ...about, type: 'queued' },
      { ...about, type: 'attempt', attempt: 1 },
      { ...about, type: 'delivered', receipt },
    ])
  })

  test('hears nothing once it unsubscribed, while another does', async () => {
    const { client, activities } = openPage()
    const heard = vi.fn()
    const unsubscribe = client.subscribe(heard)
    unsubscribe()
    unsubscribe()
    await client.track(added('abc'))
    expect(heard).not.toHaveBeenCalled()
    expect(activities).toHaveLength(3)
  })

  test('is heard twice where it subscribed twice, and leaves one by one', async () => {
    const { client } = openPage()
    const heard = vi.fn()
    client.subscribe(heard)
    client.subscribe(heard)()
    await client.track(added('abc'))
    expect(heard).toHaveBeenCalledTimes(3)
  })

  test('that throws keeps nobody else from hearing, and no event from going out', async () => {
    const { client } = openPage()
    const heard = vi.fn()
    client.subscribe(() => JSON.parse('{'))
    client.subscribe(heard)
    expect(await client.track(added('abc'))).toMatchObject({ status: 'delivered' })
    expect(heard).toHaveBeenCalledTimes(3)
    expect(console.error).toHaveBeenCalledWith(expect.any(SyntaxError))
  })
})

test('an onError that throws changes nothing for the caller', async () => {
  const { client } = openPage({
    onError() {
      throw new Error('the shop’s own')
    },
  })
  await expect(client.track({ ...added(''), data: { product_id: '', quantity: 1 } })).rejects.toBeInstanceOf(
    OmetriaError,
  )
  expect(await client.track(added('abc'))).toMatchObject({ status: 'delivered' })
})

describe('a client that was destroyed', () => {
  test('sends nothing more', async () => {
    const { client } = openPage()
    void client.track(added('abc'))
    client.destroy()
    await idle()
    expect(mock.attempts).toEqual([])
  })

  test('finishes what is in flight', async () => {
    const { client } = openPage()
    mock.faults.push({ delay: 50 })
    const delivered = client.track(added('abc'))
    await vi.waitFor(() => expect(mock.attempts).toHaveLength(1))
    client.destroy()
    expect(await delivered).toMatchObject({ status: 'delivered' })
  })

  test('takes up what waits when it is used again', async () => {
    const { client } = openPage()
    const first = client.track(added('a'))
    client.destroy()
    const second = client.track(added('b'))
    expect(await Promise.all([first, second])).toMatchObject([
      { status: 'delivered' },
      { status: 'delivered' },
    ])
    expect(mock.events).toMatchObject([{ data: { product_id: 'a' } }, { data: { product_id: 'b' } }])
  })

  test('can be destroyed again', () => {
    const { client } = openPage()
    client.destroy()
    client.destroy()
  })
})

test('flush resolves when all has been tried', async () => {
  const { client } = openPage()
  void client.track(added('a'))
  void client.track(added('b'))
  await client.flush()
  expect(mock.events).toHaveLength(2)
})

test('flush of a page that tracked nothing resolves', async () => {
  await openPage().client.flush()
  expect(mock.attempts).toEqual([])
})
