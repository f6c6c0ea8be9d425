import { beforeEach, describe, expect, test, vi } from 'vitest'
import {
  added,
  cancelled,
  dawdle,
  endpoint,
  hurry,
  idle,
  mock,
  openPage,
  placed,
  stored,
  tried,
  viewed,
} from '../../test/page.js'
import { openTab } from '../../test/tab.js'
import type { OmetriaClient } from '../index.js'
import { read, settled } from './stored-entry.js'

beforeEach(hurry)

const delivered = expect.objectContaining({ status: 'delivered' })

async function openSecond() {
  const { client, told } = openPage()
  return { client, told: { mock: { calls: told } }, close: () => client.destroy() }
}

describe.each([
  ['two tabs', openTab],
  ['two clients on one page', openSecond],
])('%s', (_, openOther) => {
  test('send each event once, one request after the other, and each caller is told', async () => {
    mock.faults.push({ delay: 20, times: 8 })
    const [one, other] = [openPage(), await openOther()]
    const receipts = await Promise.all([
      ...[added('a'), placed('1'), viewed('b')].map(one.client.track),
      ...[placed('2'), added('c'), cancelled('3')].map(other.client.track),
    ])
    expect(receipts).toEqual(Array(6).fill(delivered))
    expect(tried().toSorted()).toEqual(['1', '2', '3', 'a', 'b', 'c'])
    const times = mock.attempts.map(({ at }) => at)
    for (const [n, at] of times.slice(1).entries()) expect(at - Number(times[n])).toBeGreaterThanOrEqual(19)
  })

  test('are the same visitor, from the first event on', async () => {
    const [one, other] = [openPage(), await openOther()]
    await Promise.all([one.client.track(added('a')), other.client.track(added('b'))])
    expect(other.client.getUser()).toEqual(one.client.getUser())
    expect(mock.events.map(event => event.user)).toEqual(Array(2).fill(one.client.getUser()))
  })

  test('place an order once', async () => {
    const [one, other] = [openPage(), await openOther()]
    const receipts = await Promise.all([one.client.track(placed('1')), other.client.track(placed('1'))])
    expect(receipts).toEqual([delivered, { status: 'duplicate', request_id: 'order-add-1' }])
    expect(await other.client.track(placed('1'))).toMatchObject({ status: 'duplicate' })
    expect(tried()).toEqual(['1'])
  })

  test.each([
    [
      'delivered',
      {},
      { status: 'delivered', request_id: 'order-add-1', response: { request_id: 'order-add-1' } },
    ],
    ['refused', { status: 422, body: { why: 'so' } }, { code: 'rejected', status: 422, body: { why: 'so' } }],
  ])('learn of each other’s events that they were %s', async (_, fault, end) => {
    mock.faults.push({ delay: 50 })
    const [one, other] = [openPage(), await openOther()]
    const first = one.client.track(added('a'))
    await vi.waitFor(() => expect(tried()).toEqual(['a']))
    mock.faults.push(fault)
    const steps: string[] = []
    other.client.subscribe(({ type }) => steps.push(type))
    const theirs: Promise<unknown> = other.client.track(placed('1')).catch((reason: unknown) => reason)
    // Two clients on one page hear of what the other queued only when they look.
    void one.client.flush()
    expect(await theirs).toMatchObject(end)
    expect(await first).toEqual(delivered)
    expect(tried()).toEqual(['a', '1'])
    expect(steps).toEqual(['queued', 'code' in end ? 'ended' : 'delivered'])
    // One of them tells the shop.
    expect(one.told.length + other.told.mock.calls.length).toBe('code' in end ? 1 : 0)
  })

  test('lose their events together where consent is taken back in one', async () => {
    mock.faults.push({ hang: true })
    const [one, other] = [openPage(), await openOther()]
    const mine = one.client.track(placed('1'))
    await vi.waitFor(() => expect(tried()).toEqual(['1']))
    const theirs = [other.client.track(added('a')), other.client.track(placed('2'))]
    one.client.setConsent('denied')
    const suppressed = { status: 'suppressed', reason: 'consent' }
    expect(await Promise.all([mine, ...theirs])).toEqual([suppressed, suppressed, suppressed])
    await idle()
    expect([tried(), stored()]).toEqual([['1'], []])
  })

  test('take over from one another where one is closed half-way', async () => {
    const [one, other] = [openPage(), await openOther()]
    mock.faults.push({ hang: true })
    void other.client.track(placed('1'))
    void other.client.track(added('a'))
    await vi.waitFor(() => expect(tried()).toEqual(['1']))
    const mine = one.client.track(placed('2'))
    other.close()
    mock.reset()
    expect(await mine).toEqual(delivered)
    await vi.waitFor(() => expect(new Set(tried())).toEqual(new Set(['1', '2', 'a'])))
  })
})

test('a tab that finds its event gone hears of the end that another made, however late', async () => {
  dawdle()
  mock.faults.push({ status: 500 })
  const { client } = openPage()
  const receipt = client.track(added('a'))
  await client.flush()
  const [[key = '', value = ''] = []] = stored()
  localStorage.removeItem(key)
  await client.flush()
  const newValue = settled(Number(read(value)?.at), { as: 'rejected', status: 422, body: null })
  dispatchEvent(new StorageEvent('storage', { key, newValue }))
  await expect(receipt).rejects.toMatchObject({ code: 'rejected', status: 422 })
})

test('an event that is gone from storage, with no word of how it ended, was taken back with consent', async () => {
  dawdle()
  mock.faults.push({ status: 500 })
  const { client } = openPage()
  const receipt = client.track(added('a'))
  await client.flush()
  localStorage.clear()
  void client.flush()
  expect(await receipt).toEqual({ status: 'suppressed', reason: 'consent' })
  expect(tried()).toEqual(['a'])
})

test('four tabs deliver everything once while every third request fails', async () => {
  let requests = 0
  mock.faults.push({ status: 500, times: Number.POSITIVE_INFINITY, when: () => ++requests % 3 === 0 })
  const tabs = [openPage(), await openTab(), await openTab(), await openTab()]
  const receipts = tabs.flatMap(({ client }, tab) =>
    [1, 2, 3].flatMap(n => [placed(`${tab}-${n}`), added(`${tab}-${n}`)].map(client.track)),
  )
  expect(await Promise.all(receipts)).toEqual(Array(24).fill(delivered))
  const arrived = mock.events.map(({ scope, data }) => `${scope} ${data.order_id ?? data.product_id}`)
  expect([arrived.length, new Set(arrived).size]).toEqual([24, 24])
})

test('a tab that was closed in the same task as it tracked loses nothing', async () => {
  dawdle()
  const tab = await openTab()
  void tab.client.track(placed('1'))
  void tab.client.track(added('a'))
  tab.close()
  const { client } = openPage()
  await client.flush()
  await vi.waitFor(() => expect(new Set(tried())).toEqual(new Set(['1', 'a'])))
})

describe('a tab that has just delivered', () => {
  const hasTurn = async () => {
    const { held } = await navigator.locks.query()
    return held?.some(({ name }) => name === `ometria|lock|${endpoint()}`)
  }

  test('keeps its turn for a moment, until storage shows in every process what it wrote', async () => {
    const { client } = openPage()
    const at = performance.now()
    await client.track(placed('1'))
    await navigator.locks.request(`ometria|lock|${endpoint()}`, () => {})
    expect(performance.now() - at).toBeGreaterThan(200)
  })

  test('keeps it for as long as the next event is under way', async () => {
    const { client } = openPage()
    await client.track(placed('1'))
    await client.flush()
    mock.faults.push({ delay: 400 })
    const settled = vi.fn()
    void client.track(placed('2')).then(settled)
    await navigator.locks.request(`ometria|lock|${endpoint()}`, () => {})
    expect(settled).toHaveBeenCalledWith(delivered)
  })

  test.each([
    ['is left', () => dispatchEvent(new PageTransitionEvent('pagehide'))],
    ['lets go of it', (client: OmetriaClient) => client.destroy()],
  ])('and then %s: nobody has to wait', async (_, end) => {
    const { client } = openPage()
    await client.track(placed('1'))
    expect(await hasTurn()).toBe(true)
    end(client)
    await vi.waitFor(async () => expect(await hasTurn()).toBe(false), { timeout: 150, interval: 10 })
  })

  test('but not one whose attempt failed: nobody has to wait', async () => {
    dawdle()
    mock.faults.push({ status: 500 })
    const { client, activities } = openPage()
    void client.track(placed('1'))
    await vi.waitFor(() => expect(activities.at(-1)).toMatchObject({ type: 'retry' }))
    await vi.waitFor(async () => expect(await hasTurn()).toBe(false), { timeout: 150, interval: 10 })
  })

  test('puts its claim back where another, which did not see it yet, wrote over it', async () => {
    const { client } = openPage()
    const key = `ometria|event|${endpoint()}|order-add-1`
    void client.track(placed('1'))
    const newValue = localStorage.getItem(key) ?? ''
    await vi.waitFor(() => expect(localStorage.getItem(key)).not.toBe(newValue))
    const [claim] = stored()
    localStorage.setItem(key, newValue)
    dispatchEvent(new StorageEvent('storage', { key, newValue }))
    expect(stored()).toEqual([claim])
    await client.flush()
    expect(tried()).toEqual(['1'])
  })

  test('knows of it no more once consent was taken back', async () => {
    const [{ client }, other] = [openPage(), await openTab()]
    await client.track(placed('1'))
    client.setConsent('denied')
    client.setConsent('granted')
    await idle()
    expect(await other.client.track(placed('1'))).toEqual(delivered)
    expect(tried()).toEqual(['1', '1'])
  })

  test('sends what another added that waited for its turn and is gone', async () => {
    const [{ client }, other] = [openPage(), await openTab()]
    await client.track(added('a'))
    void other.client.track(placed('1'))
    await vi.waitFor(async () => expect((await navigator.locks.query()).pending).toHaveLength(1))
    other.close()
    await vi.waitFor(() => expect(tried()).toEqual(['a', '1']))
  })
})
