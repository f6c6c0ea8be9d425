import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { added, endpoint, hurry, idle, mock, openPage, placed, setClock } from '../../test/page.js'

beforeEach(hurry)
afterEach(() => {
  Reflect.deleteProperty(document, 'cookie')
})

/** In place of the page's cookies. */
function replaceCookies(get: () => string, set: (cookie: string) => void) {
  Object.defineProperty(document, 'cookie', { configurable: true, get, set })
}

const hex = expect.stringMatching(/^[0-9a-f]{12}4[0-9a-f]{3}[89ab][0-9a-f]{15}$/)
const minute = 60 * 1000

function setCookies(cookies: Record<string, string>) {
  for (const [name, value] of Object.entries(cookies)) document.cookie = `${name}=${value}; Path=/`
}

const cookies = async () =>
  Object.fromEntries((await cookieStore.getAll()).map(({ name, value }) => [name, value]))

describe('the visitor', () => {
  test('is minted where nobody is known, and stays', async () => {
    const { client } = openPage()
    await client.track(added('a'))
    const user = client.getUser()
    expect(user).toEqual({ uid: hex, sid: hex })
    expect(user?.uid).not.toBe(user?.sid)
    await openPage().client.track(added('b'))
    expect(mock.events.map(event => event.user)).toEqual([user, user])
    expect(await cookies()).toEqual({ ometria_uid: user?.uid, ometria_sid: user?.sid })
  })

  test('is adopted from the cookies, in whatever form', async () => {
    setCookies({ ometria_uid: 'GA1.2.3-x', ometria_sid: 'from%2Felsewhere' })
    const { client } = openPage()
    expect(client.getUser()).toEqual({ uid: 'GA1.2.3-x', sid: 'from/elsewhere' })
    await client.track(added('a'))
    expect(mock.events[0]?.user).toEqual({ uid: 'GA1.2.3-x', sid: 'from/elsewhere' })
  })

  test('keeps the one id that is known', () => {
    setCookies({ ometria_uid: 'known' })
    expect(openPage().client.getUser()).toEqual({ uid: 'known', sid: hex })
  })

  test.each([
    ['empty', ''],
    ['blank', '%20'],
    ['what can not be decoded', '%E0%A4%A'],
    ['more than one line', 'a%0D%0Ab'],
    ['what no header carries', '%C3%A9'],
    ['longer than any id', 'a'.repeat(129)],
  ])('is minted anew where the cookie is %s', (_, value) => {
    setCookies({ ometria_uid: value, ometria_sid: value })
    expect(openPage().client.getUser()).toEqual({ uid: hex, sid: hex })
  })

  test('goes by the names that the shop gives', async () => {
    setCookies({ shop_u: 'known', ometria_sid: 'another’s' })
    const { client } = openPage({ cookies: { uid: 'shop_u', sid: 'shop_s' } })
    expect(client.getUser()).toEqual({ uid: 'known', sid: hex })
    expect(await cookies()).toMatchObject({ shop_u: 'known', shop_s: hex, ometria_sid: 'another’s' })
    expect(await cookies()).not.toHaveProperty('ometria_uid')
  })

  test('goes by the usual name where the shop leaves one open', async () => {
    openPage({ cookies: { uid: undefined, sid: 'shop_s' } }).client.getUser()
    expect(await cookies()).toEqual({ ometria_uid: hex, shop_s: hex })
  })

  test('is the same object while nothing changes, and another once something did', async () => {
    const { client } = openPage()
    const user = client.getUser()
    await client.track(added('a'))
    expect(client.getUser()).toBe(user)
    setCookies({ ometria_uid: 'someone-else' })
    await client.track(added('b'))
    expect(client.getUser()).not.toBe(user)
    expect(client.getUser()).toEqual({ uid: 'someone-else', sid: user?.sid })
  })

  test('is told to those who wait for a change, once', async () => {
    const { client } = openPage()
    await client.flush()
    const changed = vi.fn()
    const unsubscribe = client.subscribeUser(changed)
    client.getUser()
    client.getUser()
    await client.track(added('a'))
    expect(changed).toHaveBeenCalledTimes(1)
    client.setConsent('denied')
    expect(changed).toHaveBeenCalledTimes(2)
    unsubscribe()
    client.setConsent('granted')
    expect(changed).toHaveBeenCalledTimes(2)
  })
})

describe('the cookies', () => {
  test('last 400 days and 30 minutes, for the whole site', async () => {
    const set = vi.spyOn(document, 'cookie', 'set')
    await openPage().client.track(added('a'))
    expect(set.mock.calls).toEqual([
      [expect.stringMatching(/^ometria_uid=\w{32}; Max-Age=34560000; Path=\/; SameSite=Lax$/)],
      [expect.stringMatching(/^ometria_sid=\w{32}; Max-Age=1800; Path=\/; SameSite=Lax$/)],
    ])
  })

  test('are renewed by what the visitor does, but no more than once a minute', async () => {
    const { client } = openPage()
    await client.track(added('a'))
    const { ometria_uid, ometria_sid } = await cookies()
    const set = vi.spyOn(document, 'cookie', 'set')
    await client.track(added('b'))
    expect(set.mock.calls).toEqual([])
    setClock(60_000)
    await client.track(added('c'))
    expect(set.mock.calls).toEqual([
      [expect.stringContaining(`ometria_uid=${ometria_uid}; Max-Age=34560000`)],
      [expect.stringContaining(`ometria_sid=${ometria_sid}; Max-Age=1800`)],
    ])
  })

  test('are written again at once where somebody removed them', async () => {
    const { client } = openPage()
    await client.track(added('a'))
    const before = await cookies()
    document.cookie = 'ometria_sid=; Path=/; Max-Age=0'
    await client.track(added('b'))
    expect(await cookies()).toEqual(before)
  })

  test('are renewed where nothing can be sent now', async () => {
    mock.faults.push({ status: 503, retryAfter: 30 })
    const { client, activities } = openPage()
    void client.track(added('a'))
    await vi.waitFor(() => expect(activities.at(-1)).toMatchObject({ type: 'retry' }))
    setClock(60_000)
    const set = vi.spyOn(document, 'cookie', 'set')
    void client.track(added('b'))
    await idle()
    expect(set).toHaveBeenCalledTimes(2)
  })

  test('are read twice for the first event of a page, and once for each that follows', async () => {
    setCookies({ ometria_uid: 'known', ometria_sid: 'visit' })
    const { client } = openPage()
    const get = vi.spyOn(document, 'cookie', 'get')
    await client.track(added('a'))
    expect(get).toHaveBeenCalledTimes(2)
    await client.flush()
    get.mockClear()
    await client.track(added('b'))
    expect(get).toHaveBeenCalledTimes(1)
  })

  test('are renewed as the page goes away', async () => {
    const { client } = openPage()
    void client.track(added('a'))
    dispatchEvent(new PageTransitionEvent('pagehide'))
    expect(Object.keys(await cookies())).toEqual(['ometria_uid', 'ometria_sid'])
  })

  test('are not renewed by a page that only sends what waited', async () => {
    const { client } = openPage()
    client.getUser()
    void client.track(added('a'))
    client.destroy()
    const set = vi.spyOn(document, 'cookie', 'set')
    await openPage().client.flush()
    expect([mock.events.length, set.mock.calls]).toEqual([1, []])
  })

  test('for a domain that the browser refuses: told once, and the ids live in memory', async () => {
    const { client, told } = openPage({ cookies: { domain: 'another.example' } })
    await client.track(added('a'))
    await client.track(added('b'))
    expect(document.cookie).toBe('')
    expect(mock.events.map(event => event.user)).toEqual([client.getUser(), client.getUser()])
    expect(told).toEqual([[expect.objectContaining({ code: 'cookies' }), undefined]])
  })
})

describe('a visit', () => {
  /** What the browser does half an hour after the last write. */
  const endSession = () => setCookies({ 'ometria_sid=; Max-Age': '0' })

  test('ends after 30 minutes without activity', async () => {
    const { client } = openPage()
    await client.track(added('a'))
    setClock(30 * minute)
    endSession()
    await client.track(added('b'))
    const [before, after] = mock.events.map(event => event.user)
    expect(after).toEqual({ uid: before?.uid, sid: hex })
    expect(after?.sid).not.toBe(before?.sid)
    expect(client.getUser()).toEqual(after)
  })

  test('goes on while something happens', async () => {
    const { client } = openPage()
    for (const minutes of [0, 29, 58, 87]) {
      setClock(minutes * minute)
      await client.track(added('a'))
    }
    expect(new Set(mock.events.map(event => event.user?.sid)).size).toBe(1)
  })

  test('is not prolonged by a look at it', async () => {
    document.cookie = 'ometria_uid=u; Path=/'
    document.cookie = 'ometria_sid=first; Path=/'
    const { client } = openPage()
    expect(client.getUser()).toEqual({ uid: 'u', sid: 'first' })
    setClock(5 * 60_000)
    document.cookie = 'ometria_sid=second; Path=/'
    await client.track(added('a'))
    expect(mock.events).toMatchObject([{ user: { sid: 'second' } }])
  })

  test('goes on where another tab prolonged it', async () => {
    const { client } = openPage()
    await client.track(added('a'))
    setClock(60 * minute)
    await client.track(added('b'))
    expect(new Set(mock.events.map(event => event.user?.sid)).size).toBe(1)
  })

  test('is another where another tab began one', async () => {
    const { client } = openPage()
    await client.track(added('a'))
    setClock(31 * minute)
    setCookies({ ometria_sid: 'next' })
    await client.track(added('b'))
    expect(mock.events[1]?.user?.sid).toBe('next')
  })

  test.each([
    ['back', -24 * 60 * minute],
    ['forward', 24 * 60 * minute],
  ])('goes on where the clock is set %s', async (_, by) => {
    const { client } = openPage()
    await client.track(added('a'))
    setClock(by)
    await client.track(added('b'))
    expect(new Set(mock.events.map(event => event.user?.sid)).size).toBe(1)
  })
})

describe('an event’s visitor', () => {
  test('is stored once a visit has begun, so that a later page sends the event as that visit’s', async () => {
    mock.faults.push({ status: 503 })
    vi.spyOn(Math, 'random').mockReturnValue(1)
    const { client, activities } = openPage()
    void client.track(placed('1'))
    await vi.waitFor(() => expect(activities.at(-1)?.type).toBe('retry'))
    const { user } = Object(mock.attempts[0]?.body)
    client.destroy()
    document.cookie = 'ometria_sid=; Path=/; Max-Age=0' // half an hour later
    await openPage().client.flush()
    expect(mock.events[0]?.user).toEqual(user)
  })

  test('is the new one where the shop’s server changed the cookies', async () => {
    const { client } = openPage()
    await client.track(added('a'))
    setCookies({ ometria_uid: 'someone-else', ometria_sid: 'another-visit' })
    await client.track(added('b'))
    expect(mock.events.at(-1)?.user).toEqual({ uid: 'someone-else', sid: 'another-visit' })
  })

  test('is a new one where somebody erased the cookies', async () => {
    const { client } = openPage()
    await client.track(added('a'))
    setCookies({ 'ometria_uid=; Max-Age': '0', 'ometria_sid=; Max-Age': '0' })
    await client.track(added('b'))
    const [before, after] = mock.events.map(event => event.user)
    expect([after?.uid === before?.uid, after?.sid === before?.sid]).toEqual([false, false])
  })
})

describe('a visitor from elsewhere', () => {
  const user = { uid: 'theirs', sid: 'too' }

  test('is sent as given, and no cookie is read or written', async () => {
    const touched = vi.fn(() => '')
    replaceCookies(touched, touched)
    const { client } = openPage({ user })
    await client.track(added('a'))
    expect([mock.events[0]?.user, client.getUser()]).toEqual([user, user])
    expect(touched).not.toHaveBeenCalled()
  })

  test('takes no cookie along that is somebody else’s where consent is taken back', async () => {
    setCookies({ ometria_uid: 'theirs', ometria_sid: 'too' })
    const { client } = openPage({ user })
    client.setConsent('denied')
    expect(client.getUser()).toBeNull()
    expect(await cookies()).toEqual({ ometria_uid: 'theirs', ometria_sid: 'too' })
  })

  test('may be a function, which is asked at each event', async () => {
    let signedIn = user
    const { client } = openPage({ user: () => signedIn })
    await client.track(added('a'))
    signedIn = { uid: 'another', sid: 'visit' }
    await client.track(added('b'))
    expect(mock.events.map(event => event.user)).toEqual([user, { uid: 'another', sid: 'visit' }])
    expect(client.getUser()).toEqual(signedIn)
    expect(await cookies()).toEqual({})
  })

  test.each([
    ['gives nothing', () => undefined, []],
    ['throws', () => JSON.parse('{'), [[expect.objectContaining({ code: 'config' }), undefined]]],
    [
      'gives no visitor',
      () => JSON.parse('{"uid":""}'),
      [[expect.objectContaining({ code: 'config' }), undefined]],
    ],
  ])('by a function that %s is known by our own cookies', async (_, named, told) => {
    const page = openPage({ user: named })
    await page.client.track(added('a'))
    await page.client.track(added('b'))
    expect(mock.events.map(event => event.user)).toEqual(Array(2).fill({ uid: hex, sid: hex }))
    expect(page.told).toEqual(told)
  })

  test('needs consent all the same', async () => {
    const { client } = openPage({ user, consent: 'denied' })
    expect(client.getUser()).toBeNull()
    expect(await client.track(added('a'))).toMatchObject({ status: 'suppressed' })
  })
})

describe('where cookies are blocked, the ids live as long as the page:', () => {
  test.each([
    ['none is kept', () => ''],
    [
      'a look at them throws, as in a sandboxed frame',
      () => {
        throw new DOMException('The document is sandboxed.', 'SecurityError')
      },
    ],
  ])('%s', async (_, touch) => {
    replaceCookies(touch, touch)
    const { client, told } = openPage()
    await client.track(added('a'))
    await client.track(added('b'))
    const user = client.getUser()
    expect(user).toEqual({ uid: hex, sid: hex })
    expect(mock.events.map(event => event.user)).toEqual([user, user])
    expect(told).toEqual([[expect.objectContaining({ code: 'cookies' }), undefined]])

    setClock(31 * minute)
    await client.track(added('c'))
    expect(mock.events[2]?.user).toEqual({ uid: user?.uid, sid: hex })
    expect(mock.events[2]?.user?.sid).not.toBe(user?.sid)
    client.setConsent('denied')
    expect(client.getUser()).toBeNull()
  })
})

test('one visitor in two tabs that open at once is one uid and one sid', async () => {
  const [one, other] = [openPage(), openPage()]
  await Promise.all([one.client.track(added('a')), other.client.track(added('b'))])
  expect(one.client.getUser()).toEqual(other.client.getUser())
  expect(mock.events.map(event => event.user)).toEqual([one.client.getUser(), one.client.getUser()])
})

test('a tab that has to wait for its turn is the visitor whom another began meanwhile', async () => {
  const { client } = openPage()
  const begun = { uid: 'begun', sid: 'meanwhile' }
  let tracked: Promise<unknown> | undefined
  await navigator.locks.request(`ometria|lock|${endpoint()}`, async () => {
    tracked = client.track(added('a'))
    await vi.waitFor(async () => expect((await navigator.locks.query()).pending).toHaveLength(1))
    setCookies({ ometria_uid: begun.uid, ometria_sid: begun.sid })
  })
  await tracked
  expect(mock.events.map(event => event.user)).toEqual([begun])
  expect(client.getUser()).toEqual(begun)
})
