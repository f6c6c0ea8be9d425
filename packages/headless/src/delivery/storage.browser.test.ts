import { beforeEach, describe, expect, test, vi } from 'vitest'
import { added, dawdle, hurry, mock, openPage, placed, stored, tried, viewed } from '../../test/page.js'
import type { OmetriaClient } from '../index.js'

beforeEach(hurry)

const delivered = expect.objectContaining({ status: 'delivered' })

function refuse(): never {
  throw new DOMException('The quota has been exceeded.', 'QuotaExceededError')
}

describe('events are delivered from memory, and the shop is told once, where localStorage', () => {
  test.each([
    ['is denied', () => vi.spyOn(window, 'localStorage', 'get').mockImplementation(refuse)],
    ['is full', () => vi.spyOn(Storage.prototype, 'setItem').mockImplementation(refuse)],
    [
      'is null, as in some web views',
      () => vi.spyOn(window, 'localStorage', 'get').mockReturnValue(JSON.parse('null')),
    ],
    [
      'throws at everything',
      () => {
        for (const method of ['getItem', 'setItem', 'removeItem'] as const) {
          vi.spyOn(Storage.prototype, method).mockImplementation(refuse)
        }
      },
    ],
  ])('%s', async (_, breakStorage) => {
    breakStorage()
    mock.faults.push({ status: 500 })
    const { client, told } = openPage()
    const receipts = await Promise.all([added('a'), placed('1'), placed('1'), viewed('b')].map(client.track))
    expect(receipts).toEqual([
      delivered,
      delivered,
      { status: 'duplicate', request_id: 'order-add-1' },
      delivered,
    ])
    expect(await client.track(placed('1'))).toMatchObject({ status: 'duplicate' })
    expect(tried()).toEqual(['a', '1', 'b', 'a'])
    expect(told).toEqual([
      [expect.objectContaining({ code: 'storage', cause: expect.anything() }), undefined],
    ])
    client.setConsent('denied')
    expect(await client.track(placed('2'))).toMatchObject({ status: 'suppressed' })
  })
})

test('what had to stay in memory is stored as soon as there is room', async () => {
  dawdle()
  mock.faults.push({ status: 500 })
  const full = vi.spyOn(Storage.prototype, 'setItem').mockImplementation(refuse)
  const { client } = openPage()
  void client.track(placed('1'))
  await client.flush()
  expect(stored()).toEqual([])
  full.mockRestore()
  mock.faults.push({ status: 500 })
  await client.flush()
  expect(stored()).toHaveLength(1)
  client.destroy()
  openPage()
  await vi.waitFor(() => expect(mock.events).toHaveLength(1))
})

// Found in Firefox, where a refused connection takes its time: the attempt failed after `flush()`, and closed the gate.
test.each([
  ['flush()', (client: OmetriaClient) => void client.flush()],
  ['the page going away', () => dispatchEvent(new Event('pagehide'))],
])('what had to stay in memory is stored by %s while a request is under way', async (_, happen) => {
  mock.faults.push({ hang: true })
  const full = vi.spyOn(Storage.prototype, 'setItem').mockImplementation(refuse)
  const { client } = openPage()
  void client.track(placed('1'))
  await vi.waitFor(() => expect(mock.attempts).toHaveLength(1))
  full.mockRestore()
  happen(client)
  await vi.waitFor(() => expect(stored()).toHaveLength(1), { timeout: 500 })
})

test('where there is room for one event and not for the next, both are sent in order', async () => {
  const setItem = vi.spyOn(Storage.prototype, 'setItem')
  const { client } = openPage()
  const first = client.track(added('a'))
  setItem.mockImplementation(refuse)
  const second = client.track(added('b'))
  expect(stored()).toHaveLength(1)
  expect(await Promise.all([first, second])).toEqual([delivered, delivered])
  expect([tried(), stored()]).toEqual([['a', 'b'], []])
})

test('where storage can be read no more, what waits is sent from memory', async () => {
  mock.faults.push({ status: 503 })
  dawdle()
  const { client, activities } = openPage()
  const receipt = client.track(placed('1'))
  await vi.waitFor(() => expect(activities.at(-1)).toMatchObject({ type: 'retry' }))
  vi.spyOn(Storage.prototype, 'getItem').mockImplementation(refuse)
  await client.flush()
  expect(await receipt).toEqual(delivered)
})

test('an order whose claim finds no room is known on its page all the same', async () => {
  const { client } = openPage()
  const receipt = client.track(placed('1'))
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(refuse)
  expect(await receipt).toEqual(delivered)
  expect(await client.track(placed('1'))).toMatchObject({ status: 'duplicate' })
  expect(tried()).toEqual(['1'])
})

test('what is not ours in storage is left alone', async () => {
  const others = { theme: 'dark', 'ometria-event': 'no', 'my|ometria|event': 'no' }
  for (const [key, value] of Object.entries(others)) localStorage.setItem(key, value)
  const { client } = openPage()
  await client.track(placed('1'))
  client.setConsent('denied')
  expect({ ...localStorage }).toEqual(others)
})

describe('storage that is blocked half-way', () => {
  function block() {
    for (const method of ['getItem', 'setItem'] as const) {
      vi.spyOn(Storage.prototype, method).mockImplementation(refuse)
    }
  }

  test('leaves an order delivered that was delivered', async () => {
    const { client } = openPage()
    await client.track(placed('1'))
    block()
    expect(await client.track(placed('1'))).toMatchObject({ status: 'duplicate' })
  })

  test('leaves an order under way that is under way', async () => {
    mock.faults.push({ delay: 100 })
    const { client } = openPage()
    const first = client.track(placed('1'))
    await vi.waitFor(() => expect(tried()).toEqual(['1']))
    block()
    expect(await client.track(placed('1'))).toMatchObject({ status: 'duplicate' })
    expect(await first).toEqual(delivered)
  })
})
