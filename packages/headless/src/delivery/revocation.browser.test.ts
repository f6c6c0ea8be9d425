import { beforeEach, describe, expect, test, vi } from 'vitest'
import { added, endpoint, hurry, idle, mock, openPage, placed, stored, tried } from '../../test/page.js'
import { openTab } from '../../test/tab.js'

beforeEach(hurry)

const delivered = expect.objectContaining({ status: 'delivered' })

describe('consent that was taken back, and given again', () => {
  /** What was tracked before, the revocation as a sleeping tab keeps it, and the tab's waking. */
  async function takeBack() {
    const [{ client }, tab] = [openPage(), await openTab()]
    await tab.client.track(added('theirs'))
    await client.track(placed('0'))
    const written = vi.spyOn(Storage.prototype, 'setItem')
    client.setConsent('denied')
    const newValue = written.mock.calls.find(([key]) => key === 'ometria|revoked')?.[1] ?? ''
    client.setConsent('granted')
    await idle()
    const wake = () =>
      document
        .querySelector('iframe')
        ?.contentWindow?.dispatchEvent(new StorageEvent('storage', { key: 'ometria|revoked', newValue }))
    return { client, tab, wake }
  }

  test('leaves what waits since, where a tab hears of the revocation late', async () => {
    const { client, wake } = await takeBack()
    mock.faults.push({ status: 429, retryAfter: 1 })
    const receipt = client.track(placed('1'))
    await vi.waitFor(() => expect(tried()).toContain('1'))
    wake()
    expect(await receipt).toEqual(delivered)
  })

  test('leaves the claims made since', async () => {
    const { client, wake } = await takeBack()
    await client.track(placed('1'))
    wake()
    expect(await client.track(placed('1'))).toMatchObject({ status: 'duplicate' })
  })

  test('is another visitor’s, in the other tabs too', async () => {
    const { tab } = await takeBack()
    const [before] = mock.events
    await tab.client.track(added('again'))
    expect(mock.events.at(-1)?.user?.uid).not.toBe(before?.user?.uid)
  })
})

test('nothing is written once the consent source says denied, though it calls nobody', async () => {
  let word: 'granted' | 'denied' = 'granted'
  let answer: (response: Response) => void = () => {}
  const { client } = openPage({
    consent: { get: () => word, subscribe: () => () => {} },
    fetch: () =>
      new Promise(resolve => {
        answer = resolve
      }),
  })
  const steps = vi.fn()
  client.subscribe(({ type }) => steps(type))
  void client.track(added('b'))
  await vi.waitFor(() => expect(steps).toHaveBeenCalledWith('attempt'))
  word = 'denied'
  localStorage.clear()
  answer(new Response(null, { status: 429, headers: { 'retry-after': '60' } }))
  await idle()
  expect(Object.keys(localStorage)).toEqual([])
})

describe('an order that failed by way of another tab and is tracked again at once', () => {
  test('is not suppressed by the word on the first', async () => {
    mock.faults.push({ delay: 50 })
    const [{ client }, tab] = [openPage(), await openTab()]
    void tab.client.track(added('a'))
    await vi.waitFor(() => expect(tried()).toEqual(['a']))
    mock.faults.push({ status: 422 })
    const again = client.track(placed('1')).catch(() => client.track(placed('1')))
    expect(await again).toEqual(delivered)
  })
})

test('a client that was destroyed with a request under way leaves no trace, where another tab says no meanwhile', async () => {
  const [{ client }, tab] = [openPage(), await openTab()]
  mock.faults.push({ delay: 200 })
  const receipt = client.track(placed('1'))
  await vi.waitFor(() => expect(tried()).toEqual(['1']))
  client.destroy()
  tab.client.setConsent('denied')
  expect(await receipt).toEqual({ status: 'suppressed', reason: 'consent' })
  expect(localStorage).toHaveLength(0)
})

describe('cookies that the relay sets late', () => {
  const relay = () => new URL(endpoint()).pathname + new URL(endpoint()).search
  const setLate = () => {
    for (const name of ['ometria_uid', 'ometria_sid', 'ometria_ack_1']) document.cookie = `${name}=1; Path=/`
  }

  test('are erased where consent was taken back while a request was under way', async () => {
    mock.faults.push({ hang: true })
    const { client } = openPage({ endpoint: relay() })
    void client.track(added('a'))
    await vi.waitFor(() => expect(tried()).toEqual(['a']))
    client.setConsent('denied')
    setLate()
    await vi.waitFor(() => expect(document.cookie).toBe(''), { timeout: 2_000 })
    expect(stored()).toEqual([])
  })

  test('are looked for as long as answers may come, and nothing of that stays on the page', async () => {
    const listening = new Set<unknown>()
    const { addEventListener, removeEventListener } = window
    vi.spyOn(window, 'addEventListener').mockImplementation((type, listener, options) => {
      if (type === 'ometria|granted') listening.add(listener)
      addEventListener.call(window, type, listener, options)
    })
    vi.spyOn(window, 'removeEventListener').mockImplementation((type, listener, options) => {
      if (type === 'ometria|granted') listening.delete(listener)
      removeEventListener.call(window, type, listener, options)
    })
    dispatchEvent(new Event('ometria|granted')) // ends what earlier tests look for
    openPage({ endpoint: relay(), consent: 'denied', delivery: { timeoutMs: 600 } })
    await vi.waitFor(() => expect(listening.size).toBe(1))
    await vi.waitFor(() => expect(listening.size).toBe(0), { timeout: 3_000 })
  })

  test('are erased by the next page, which begins with the visitor’s no', async () => {
    mock.faults.push({ hang: true })
    const tab = await openTab(relay())
    void tab.client.track(added('a'))
    await vi.waitFor(() => expect(tried()).toEqual(['a']))
    tab.close()
    openPage({ endpoint: relay(), consent: 'denied' })
    await vi.waitFor(() => expect(localStorage).toHaveLength(0))
    setLate()
    await vi.waitFor(() => expect(document.cookie).toBe(''), { timeout: 2_000 })
  })
})
