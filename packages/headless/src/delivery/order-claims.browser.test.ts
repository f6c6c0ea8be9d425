import { beforeEach, describe, expect, test, vi } from 'vitest'
import {
  added,
  cancelled,
  dawdle,
  fetchMock,
  hurry,
  mock,
  openPage,
  placed,
  setClock,
  stored,
} from '../../test/page.js'
import { createOmetriaClient } from '../index.js'

const delivered = expect.objectContaining({ status: 'delivered' })
const duplicate = (request_id: string) => ({ status: 'duplicate', request_id })
const returned = { scope: 'order', action: 'return', data: { order_id: '1' } } as const

beforeEach(hurry)

describe('an order is placed once:', () => {
  test('where it is tracked twice at once', async () => {
    const { client, activities, told } = openPage()
    const receipts = await Promise.all([client.track(placed('1')), client.track(placed('1'))])
    expect(receipts).toEqual([delivered, duplicate('order-add-1')])
    expect(activities).toContainEqual(
      expect.objectContaining({ type: 'ended', reason: 'duplicate', request_id: 'order-add-1' }),
    )
    expect([mock.attempts.length, told]).toEqual([1, []])
  })

  test('where it is tracked again after its delivery', async () => {
    const { client } = openPage()
    await client.track(placed('1'))
    expect(await client.track(placed('1'))).toEqual(duplicate('order-add-1'))
    expect(mock.attempts).toHaveLength(1)
  })

  test('where its page is loaded again', async () => {
    await openPage().client.track(placed('1'))
    expect(await openPage().client.track(placed('1'))).toEqual(duplicate('order-add-1'))
    expect(mock.attempts).toHaveLength(1)
  })

  test('where two pages track it at once', async () => {
    const receipts = await Promise.all([
      openPage().client.track(placed('1')),
      openPage().client.track(placed('1')),
    ])
    expect(receipts).toEqual([delivered, duplicate('order-add-1')])
    expect(mock.attempts).toHaveLength(1)
  })

  test('where it still waits for its delivery', async () => {
    dawdle()
    mock.faults.push({ status: 500 })
    const first = openPage()
    const receipt = first.client.track(placed('1'))
    await vi.waitFor(() => expect(first.activities.at(-1)).toMatchObject({ type: 'retry' }))
    expect(await openPage().client.track(placed('1'))).toEqual(duplicate('order-add-1'))
    await first.client.flush()
    expect(await receipt).toEqual(delivered)
    expect(mock.events).toHaveLength(1)
  })

  test('whether its id is a number or text, and whatever request id it is given', async () => {
    const { client } = openPage()
    const { data } = placed('1')
    await client.track({ scope: 'order', action: 'add', data: { ...data, order_id: 7 } })
    expect(await client.track({ ...placed('7'), request_id: 'mine' })).toEqual(duplicate('mine'))
    expect(mock.attempts).toHaveLength(1)
  })

  test('however old its claim and wherever the clock went', async () => {
    await openPage().client.track(placed('1'))
    setClock(-24 * 60 * 60 * 1000)
    expect(await openPage().client.track(placed('1'))).toEqual(duplicate('order-add-1'))
    setClock(399 * 24 * 60 * 60 * 1000)
    expect(await openPage().client.track(placed('1'))).toEqual(duplicate('order-add-1'))
  })
})

test('an order is cancelled once, and that is another thing than placing it', async () => {
  const { client } = openPage()
  const receipts = await Promise.all([placed('1'), cancelled('1'), cancelled('1')].map(client.track))
  expect(receipts).toEqual([delivered, delivered, duplicate('order-cancel-1')])
  expect(await client.track(cancelled('1'))).toEqual(duplicate('order-cancel-1'))
  expect(mock.events).toMatchObject([placed('1'), cancelled('1')])
})

test('parts of an order are returned as often as they are', async () => {
  const { client } = openPage()
  await Promise.all([client.track(returned), client.track(returned)])
  expect(new Set(mock.events.map(event => event.request_id)).size).toBe(2)
})

test('another account has orders of its own', async () => {
  await openPage().client.track(placed('1'))
  const client = createOmetriaClient({
    endpoint: 'https://mock.test/api/track?another',
    consent: 'granted',
    fetch: fetchMock,
  })
  expect(await client.track(placed('1'))).toEqual(delivered)
  client.destroy()
})

describe('an order that was not delivered may be placed again:', () => {
  test('refused with a 4xx', async () => {
    mock.faults.push({ status: 422 })
    const { client } = openPage()
    await expect(client.track(placed('1'))).rejects.toMatchObject({ code: 'rejected' })
    expect(stored()).toEqual([])
    expect(await client.track(placed('1'))).toEqual(delivered)
    expect(mock.attempts.map(({ body }) => Object(body).request_id)).toEqual(['order-add-1', 'order-add-1'])
  })

  test('expired', async () => {
    mock.faults.push({ status: 500 })
    const { client } = openPage({ delivery: { maxAgeMs: 50 } })
    const first = client.track(placed('1'))
    setClock(60)
    await expect(first).rejects.toMatchObject({ code: 'expired' })
    expect(await client.track(placed('1'))).toEqual(delivered)
  })

  test('refused as invalid', async () => {
    const { client } = openPage()
    const order = placed('1')
    await expect(client.track({ ...order, data: { ...order.data, order_total: '?' } })).rejects.toThrow()
    expect(await client.track(order)).toEqual(delivered)
  })
})

test('one write turns an order that waits into its claim, which says nothing of what was bought', async () => {
  const { client } = openPage()
  const receipt = client.track(placed('ABC-123'))
  expect(stored()).toEqual([[expect.stringContaining('ABC-123'), expect.stringContaining('Maxi Dress')]])
  const [[waiting] = []] = stored()
  await receipt
  expect(stored()).toEqual([[waiting, expect.not.stringContaining('Maxi Dress')]])
})

test('a basket event leaves nothing behind', async () => {
  const { client } = openPage()
  const receipt = client.track(added('abc'))
  expect(stored()).toHaveLength(1)
  await receipt
  expect(stored()).toEqual([])
})

test('of many claims the newest 500 stay', async () => {
  const { client } = openPage()
  await Promise.all(Array.from({ length: 503 }, (_, n) => client.track(placed(String(n)))))
  expect(stored()).toHaveLength(503)
  await openPage().client.flush()
  expect(stored()).toHaveLength(500)
  expect(await client.track(placed('502'))).toEqual(duplicate('order-add-502'))
  expect(await client.track(placed('0'))).toEqual(delivered)
})
