import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { added, endpoint, hurry, idle, mock, openPage, placed, stored, tried } from '../../test/page.js'
import { openTab } from '../../test/tab.js'

beforeEach(hurry)

const delivered = expect.objectContaining({ status: 'delivered' })

const nameStart = () => `ometria|event|${endpoint()}|delivered `
const keyOf = (order: string) => `ometria|event|${endpoint()}|order-add-${order}`
const leave = () => dispatchEvent(new PageTransitionEvent('pagehide'))

/** What tabs say on their notices. */
async function notices(): Promise<unknown[]> {
  const { held = [] } = await navigator.locks.query()
  const names = held.map(({ name = '' }) => name).filter(name => name.startsWith(nameStart()))
  return names.map(name => JSON.parse(name.slice(nameStart().length)))
}

const onNotice = (order: string) => [keyOf(order), expect.any(Number)]

/** Another tab has delivered orders, and storage does not show it here. */
async function deliveredElsewhere(orders: string[], at = Date.now()) {
  const name = nameStart() + JSON.stringify(orders.map(order => [keyOf(order), at]))
  await hold(name)
}

async function hold(name: string) {
  const letGo = await new Promise<() => void>(given => {
    void navigator.locks.request(name, () => new Promise<void>(given))
  })
  onTestFinished(letGo)
}

test('a tab gives notice of the orders that it delivered, all at once, and of nothing else', async () => {
  const { client } = openPage()
  await client.track(added('a'))
  await idle()
  expect(await notices()).toEqual([])
  await Promise.all([placed('1'), added('b'), placed('2')].map(client.track))
  await vi.waitFor(async () => expect(await notices()).toEqual([[onNotice('1'), onNotice('2')]]))
  await client.track(placed('3'))
  await vi.waitFor(async () => expect(await notices()).toContainEqual([onNotice('3')]))
})

test('an order on another tab’s notice is not sent, and its caller is told that it arrived', async () => {
  await deliveredElsewhere(['1', 'a\nb'])
  const { client } = openPage()
  expect(await Promise.all([placed('1'), placed('a\nb')].map(client.track))).toEqual([delivered, delivered])
  expect(tried()).toEqual([])
  expect(await client.track(placed('1'))).toMatchObject({ status: 'duplicate' })
  // A part of an order's number is another order.
  expect(await client.track(placed('a'))).toEqual(delivered)
  expect(tried()).toEqual(['a'])
  // What was only heard of is not said again.
  await vi.waitFor(async () => expect(await notices()).toContainEqual([onNotice('a')]))
})

test('nor is it handed over where its page goes away', async () => {
  await deliveredElsewhere(['1'])
  mock.faults.push({ hang: true })
  const { client } = openPage()
  client.track(added('a')).catch(() => {})
  const receipt = client.track(placed('1'))
  await vi.waitFor(() => expect(tried()).toEqual(['a']))
  leave()
  expect(await receipt).toEqual(delivered)
  expect(tried()).toEqual(['a'])
})

test.each(['delivered ', 'delivered [', 'delivered [7]', 'delivered [["order-add-1"]]', 'delivered {}'])(
  'a lock of somebody else’s that is named like a notice does no harm: %s',
  async name => {
    await hold(`ometria|event|${endpoint()}|${name}`)
    expect(await openPage().client.track(placed('1'))).toEqual(delivered)
    expect(tried()).toEqual(['1'])
  },
)

test('a browser that says nothing of its locks does no harm', async () => {
  vi.spyOn(navigator.locks, 'query').mockRejectedValue(new DOMException('no', 'SecurityError'))
  expect(await openPage().client.track(placed('1'))).toEqual(delivered)
})

describe('where consent was taken back, an order is sent again', () => {
  const takeBack = (client: ReturnType<typeof openPage>['client']) => {
    client.setConsent('denied')
    client.setConsent('granted')
  }

  test('in the turn that had seen it on a notice', async () => {
    const { client } = openPage()
    await client.track(placed('1'))
    await vi.waitFor(async () => expect(await notices()).toHaveLength(1))
    mock.faults.push({ delay: 100 })
    void client.track(added('a'))
    await vi.waitFor(() => expect(tried()).toEqual(['1', 'a']))
    takeBack(client)
    expect(await client.track(placed('1'))).toEqual(delivered)
    expect(tried()).toEqual(['1', 'a', '1'])
  })

  test('though the tab that delivered it listens no more', async () => {
    const [{ client }, other] = [openPage(), await openTab()]
    await client.track(placed('1'))
    await vi.waitFor(async () => expect(await notices()).toHaveLength(1))
    client.destroy()
    takeBack(other.client)
    expect(await other.client.track(placed('1'))).toEqual(delivered)
    expect(tried()).toEqual(['1', '1'])
  })

  test('and its number is on no notice', async () => {
    const { client } = openPage()
    await client.track(placed('1'))
    client.setConsent('denied')
    await idle()
    expect(await notices()).toEqual([])
  })
})

test.each([
  ['is live', () => {}],
  ['was destroyed', (client: ReturnType<typeof openPage>['client']) => client.destroy()],
])(
  'a page that goes away takes its notices down, where the client %s: with a lock, it would not get into the back/forward cache',
  async (_, end) => {
    const { client } = openPage()
    for (const order of ['1', '2']) {
      await client.track(placed(order))
      await idle()
    }
    expect(await notices()).toHaveLength(2)
    end(client)
    leave()
    await vi.waitFor(async () => expect(await notices()).toEqual([]))
  },
)

test('an order that was handed over by a page that then stays is on a notice, too', async () => {
  mock.faults.push({ delay: 200 })
  const { client } = openPage()
  const receipt = client.track(placed('1'))
  leave()
  expect(await receipt).toEqual(delivered)
  await vi.waitFor(async () => expect(await notices()).toEqual([[onNotice('1')]]))
  expect(stored()).toHaveLength(1)
})
