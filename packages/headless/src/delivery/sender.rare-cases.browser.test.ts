import { beforeEach, describe, expect, test, vi } from 'vitest'
import {
  added,
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
import { openTab } from '../../test/tab.js'
import type { Consent } from '../index.js'
import { createServerHealth } from './server-health.js'
import { createStorage } from './storage.js'

// What reviews have found: each of these was wrong once.

beforeEach(hurry)

const delivered = expect.objectContaining({ status: 'delivered' })
const leave = () => dispatchEvent(new PageTransitionEvent('pagehide'))
const comeBack = () => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))
const relay = () => new URL(endpoint()).pathname + new URL(endpoint()).search
const setLate = () => {
  for (const name of ['ometria_uid', 'ometria_sid', 'ometria_ack_1']) document.cookie = `${name}=1; Path=/`
}
const isCookieless = () => vi.waitFor(() => expect(document.cookie).toBe(''), { timeout: 2_000 })
/** Where the client uses the page's own `fetch`. */
function openWithPagesFetch() {
  vi.spyOn(window, 'fetch').mockImplementation(fetchMock)
  return openPage({ fetch: undefined })
}

test('an event that is always answered with a Retry-After keeps no order waiting', async () => {
  const { client } = openPage({
    fetch: async (url, init) =>
      String(init?.body).includes('poison')
        ? new Response('{}', { status: 503, headers: { 'retry-after': '1' } })
        : fetchMock(url, init),
  })
  void client.track(added('poison'))
  expect(await client.track(placed('1'))).toEqual(delivered)
}, 15_000)

test('an order that is tracked again after consent came back survives a tab that hears of the revocation late', async () => {
  mock.faults.push({ hang: true })
  const tab = await openTab()
  void tab.client.track(placed('1'))
  await vi.waitFor(() => expect(tried()).toEqual(['1']))
  const { client } = openPage()
  await idleWithoutLock()
  client.setConsent('denied')
  client.setConsent('granted')
  expect(await client.track(placed('1'))).toEqual(delivered)
})

const idleWithoutLock = () => new Promise(resolve => setTimeout(resolve, 50))

describe('through the relay', () => {
  test('a tab whose event another tab had under way believes the relay', async () => {
    const tab = await openTab(relay())
    mock.faults.push({ delay: 100 }, { hang: true, accept: true })
    void tab.client.track(added('slow'))
    await vi.waitFor(() => expect(tried()).toEqual(['slow']))
    const { client } = openPage({ endpoint: relay(), delivery: { timeoutMs: 1000 } })
    const receipt = client.track(added('a'))
    await vi.waitFor(() => expect(tried()).toEqual(['slow', 'a']))
    tab.hide()
    tab.close()
    document.cookie = `ometria_ack_${Object(mock.attempts[1]?.body).request_id}=1; Path=/`
    expect(await receipt).toEqual(delivered)
    expect(tried()).toEqual(['slow', 'a'])
  })

  test('the next page tries at once what the relay answered with 503', async () => {
    dawdle()
    mock.faults.push({ status: 503, times: 2 })
    const first = openPage({ endpoint: relay() })
    void first.client.track(placed('1'))
    await vi.waitFor(() => expect(tried()).toEqual(['1']))
    await idleWithoutLock()
    first.client.destroy()
    const second = openPage({ endpoint: relay() })
    await vi.waitFor(() => expect(tried()).toEqual(['1', '1']))
    await idleWithoutLock()
    second.client.destroy()
    openPage({ endpoint: relay() })
    await vi.waitFor(() => expect(tried()).toHaveLength(3), { timeout: 2_000 })
  })

  test('cookies that come late are erased by the page after the one that took consent back', async () => {
    mock.faults.push({ hang: true })
    const tab = await openTab(relay())
    void tab.client.track(added('a'))
    await vi.waitFor(() => expect(tried()).toEqual(['a']))
    tab.client.setConsent('denied')
    tab.close()
    openPage({ endpoint: relay(), consent: 'denied' })
    await idle()
    setLate()
    await isCookieless()
  })

  test('cookies that come late are erased though the client was destroyed after the no', async () => {
    mock.faults.push({ hang: true })
    const { client } = openPage({ endpoint: relay() })
    void client.track(added('a'))
    await vi.waitFor(() => expect(tried()).toEqual(['a']))
    client.setConsent('denied')
    client.destroy()
    setLate()
    await isCookieless()
  })

  test('the cookies of a client that has consent stay, though an earlier client was told no', async () => {
    const { client } = openPage({ endpoint: relay() })
    await client.track(added('a'))
    client.setConsent('denied')
    client.destroy()
    const { uid } = openPage({ endpoint: relay() }).client.getUser() ?? {}
    await new Promise(resolve => setTimeout(resolve, 600))
    expect(document.cookie).toContain(uid)
  })

  test('cookies that come late are erased though the client was destroyed and started in between', async () => {
    mock.faults.push({ hang: true })
    const { client } = openPage({ endpoint: relay() })
    void client.track(added('a'))
    await vi.waitFor(() => expect(tried()).toEqual(['a']))
    client.setConsent('denied')
    client.destroy()
    client.start()
    setLate()
    await isCookieless()
  })
})

test('a basket event is not taken as sent where the server has just answered 503 with a Retry-After', async () => {
  const { client } = openWithPagesFetch()
  await client.track(added('0'))
  mock.faults.push({ status: 503, retryAfter: 1 }, { hang: true, times: Number.POSITIVE_INFINITY })
  void client.track(added('a'))
  await vi.waitFor(() => expect(tried()).toEqual(['0', 'a', 'a']), { timeout: 3_000 })
  leave()
  expect(stored()).toHaveLength(1)
})

test('what a leaving page handed over and the server refused is tried again when the page comes back', async () => {
  mock.faults.push({ delay: 300, status: 500 })
  const { client } = openPage()
  const receipt = client.track(placed('1'))
  leave()
  await vi.waitFor(() => expect(tried()).toEqual(['1']))
  comeBack()
  expect(await receipt).toEqual(delivered)
})

test('another tab’s basket event that this leaving page has under way is not called suppressed there', async () => {
  const { client } = openWithPagesFetch()
  await client.track(added('0'))
  mock.faults.push({ delay: 150 }, { hang: true, times: Number.POSITIVE_INFINITY })
  const tab = await openTab()
  void client.track(added('slow'))
  await vi.waitFor(() => expect(tried()).toEqual(['0', 'slow']))
  const receipt = tab.client.track(added('a'))
  await vi.waitFor(() => expect(tried()).toEqual(['0', 'slow', 'a']))
  leave()
  expect(await receipt).toEqual(delivered)
})

describe('a visitor whose consent another tab took back is forgotten', () => {
  test('by a tab that only asked who the visitor is', async () => {
    const { client } = openPage()
    const before = client.getUser()?.uid
    const tab = await openTab()
    await tab.client.track(added('a'))
    tab.client.setConsent('denied')
    await idleWithoutLock()
    expect(client.getUser()?.uid).not.toBe(before)
  })

  test('by a tab that asked, and tracks later', async () => {
    document.cookie = 'ometria_uid=old; Path=/'
    document.cookie = 'ometria_sid=old-visit; Path=/'
    const { client } = openPage()
    expect(client.getUser()?.uid).toBe('old')
    const tab = await openTab()
    await tab.client.track(added('a'))
    tab.client.setConsent('denied')
    await isCookieless()
    await client.track(added('b'))
    expect(mock.events.at(-1)?.user?.uid).not.toBe('old')
    expect(document.cookie).not.toContain('old')
  })

  test('by a client that was started anew with nothing to send', async () => {
    const tab = await openTab()
    await tab.client.track(added('a'))
    const { client } = openPage()
    await idle()
    const before = client.getUser()?.uid
    await client.track(viewed('v'))
    client.destroy()
    client.start()
    await idle()
    tab.client.setConsent('denied')
    await idleWithoutLock()
    expect(client.getUser()?.uid).not.toBe(before)
  })
})

test('a caller is told when consent is gone by the time of the answer, though the client was destroyed', async () => {
  let word: Consent = 'granted'
  mock.faults.push({ delay: 200 })
  const { client } = openPage({ consent: { get: () => word, subscribe: () => () => {} } })
  const receipt = client.track(placed('1'))
  await vi.waitFor(() => expect(tried()).toEqual(['1']))
  client.destroy()
  word = 'denied'
  expect(await receipt).toEqual({ status: 'suppressed', reason: 'consent' })
})

test('held events go before what is tracked once the source says granted, though it has not called', async () => {
  let word: Consent = 'pending'
  const { client } = openPage({ consent: { get: () => word, subscribe: () => () => {} } })
  void client.track(added('a'))
  word = 'granted'
  await client.track(added('b'))
  expect(tried()).toEqual(['a', 'b'])
})

describe('what stands in storage by no hand of ours', () => {
  test('as a Retry-After without end holds nothing up', async () => {
    localStorage.setItem(`ometria|hold|${endpoint()}`, '1 1e300')
    expect(await openPage().client.track(placed('1'))).toEqual(delivered)
  })

  test('as an event from the far future does not make each new event push out the last', async () => {
    dawdle()
    mock.faults.push({ status: 503 })
    const { client } = openPage()
    void client.track(added('0'))
    await vi.waitFor(() => expect(tried()).toEqual(['0']))
    await idleWithoutLock()
    const [[key = '', value = ''] = []] = stored()
    client.destroy()
    localStorage.setItem(key, value.replace(/"at":[\d.]+/, '"at":1e16'))
    const page = openPage()
    await idleWithoutLock()
    expect(await Promise.all(['a', 'b'].map(id => page.client.track(added(id))))).toEqual([
      delivered,
      delivered,
    ])
  })
})

test('a server that has been silent for long is still known to be silent', () => {
  const storage = createStorage(() => {})
  const now = Date.now()
  const clock = vi.spyOn(Date, 'now').mockReturnValue(now)
  const health = createServerHealth('ometria|health|x', storage)
  health.note('silent')
  clock.mockReturnValue(now + 11 * 60_000)
  health.note('silent')
  expect(createServerHealth('ometria|health|x', storage).is('silent')).toBe(true)
})

test('`user: null`, as JavaScript may give it, leaves no cookie behind after a denial', async () => {
  const { client } = openPage({ user: JSON.parse('null') })
  await client.track(added('a'))
  client.setConsent('denied')
  expect(document.cookie).toBe('')
})

test('getUser gives the same object for the same visitor where `user` is a function', () => {
  const { client } = openPage({ user: () => ({ uid: 'u', sid: 's' }) })
  expect(client.getUser()).toBe(client.getUser())
})
