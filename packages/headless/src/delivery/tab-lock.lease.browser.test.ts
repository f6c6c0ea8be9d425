import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { added, hurry, mock, openPage, placed, stored, tried } from '../../test/page.js'
import { createStorage } from './storage.js'
import { createTabLock, leaseMs, settleMs } from './tab-lock.js'

/** As on plain http, and in old browsers. */
beforeEach(() => {
  Object.defineProperty(navigator, 'locks', { configurable: true, value: undefined })
})
afterEach(() => {
  Reflect.deleteProperty(navigator, 'locks')
})

const delivered = expect.objectContaining({ status: 'delivered' })

describe('where there are no Web Locks', () => {
  beforeEach(hurry)

  test('an event is delivered, and no lease stays behind', async () => {
    const { client } = openPage()
    expect(await client.track(added('a'))).toEqual(delivered)
    await vi.waitFor(() => expect(stored()).toEqual([]))
  })

  test('two clients send everything once, one request after the other', async () => {
    mock.faults.push({ delay: 20, times: 4 })
    const [one, other] = [openPage(), openPage()]
    const receipts = [
      ...[added('a'), placed('1')].map(one.client.track),
      ...[placed('2'), added('b')].map(other.client.track),
    ]
    expect(await Promise.all(receipts)).toEqual(Array(4).fill(delivered))
    expect(tried().toSorted()).toEqual(['1', '2', 'a', 'b'])
    const times = mock.attempts.map(({ at }) => at)
    for (const [n, at] of times.slice(1).entries()) expect(at - Number(times[n])).toBeGreaterThanOrEqual(19)
  })
})

describe('a lease', () => {
  /** By then a free lease was taken. */
  const takenMs = settleMs * 4
  /** By then a lease that became free was seen to be free, and taken. */
  const nextMs = settleMs * 20

  /** A page of its own that does its work, once it has its turn. */
  async function inTurn(work: () => Promise<void>, permitted = () => true) {
    const lock = createTabLock(
      'ometria|lock|lease',
      createStorage(() => {}),
      permitted,
    )
    await lock.take()
    await work()
    lock.release()
  }

  function deferred() {
    let end = () => {}
    const ended = new Promise<void>(resolve => {
      end = resolve
    })
    return { ended, end }
  }

  beforeEach(() => {
    vi.useFakeTimers()
  })

  test('keeps others waiting while its holder lives, however long that takes', async () => {
    const { ended, end } = deferred()
    const [first, second] = [vi.fn(() => ended), vi.fn(async () => {})]
    void inTurn(first)
    await vi.advanceTimersByTimeAsync(takenMs)
    void inTurn(second)
    await vi.advanceTimersByTimeAsync(leaseMs * 8)
    expect([first.mock.calls.length, second.mock.calls.length]).toEqual([1, 0])
    end()
    await vi.advanceTimersByTimeAsync(nextMs)
    expect(second).toHaveBeenCalledOnce()
    expect(localStorage).toHaveLength(0)
  })

  test('is taken by one of those that reach for it at once', async () => {
    const { ended } = deferred()
    const work = vi.fn(() => ended)
    for (let n = 0; n < 4; n++) void inTurn(work)
    await vi.advanceTimersByTimeAsync(leaseMs * 4)
    expect(work).toHaveBeenCalledOnce()
  })

  test('of a page that died runs out', async () => {
    void inTurn(() => deferred().ended)
    await vi.advanceTimersByTimeAsync(takenMs)
    // The page dies: its timers end with it.
    vi.clearAllTimers()
    const next = vi.fn(async () => {})
    void inTurn(next)
    await vi.advanceTimersByTimeAsync(leaseMs - takenMs - 1)
    expect(next).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(nextMs)
    expect(next).toHaveBeenCalledOnce()
  })

  test('is not written once consent was taken back', async () => {
    localStorage.setItem('ometria|lock|lease', `page ${Date.now() + takenMs}`)
    void inTurn(
      async () => {},
      () => false,
    )
    localStorage.clear()
    const written = vi.spyOn(Storage.prototype, 'setItem')
    await vi.advanceTimersByTimeAsync(nextMs)
    expect(written).not.toHaveBeenCalled()
  })

  test.each([
    [
      'of a clock that was set back since',
      () => localStorage.setItem('ometria|lock|lease', `page ${Date.now() + 86_400_000}`),
    ],
    ['that nobody can read', () => localStorage.setItem('ometria|lock|lease', 'garbage')],
  ])('%s holds nobody up', async (_, write) => {
    write()
    const work = vi.fn(async () => {})
    void inTurn(work)
    await vi.advanceTimersByTimeAsync(nextMs)
    expect(work).toHaveBeenCalledOnce()
  })
})
