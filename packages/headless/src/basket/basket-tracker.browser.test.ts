import { describe, expect, test, vi } from 'vitest'
import { hurry, mock, openPage, quiet } from '../../test/page.js'
import { openTab } from '../../test/tab.js'
import { type BasketLine, type Consent, createBasketTracker, type OmetriaClient } from '../index.js'

const key = 'ometria|basket'

const lines = (quantities: Record<string, string | number>): BasketLine[] =>
  Object.entries(quantities).map(([product_id, quantity]) => ({ product_id, quantity }))

/** A page of the shop that tracks its basket. */
function openShop(settings: Parameters<typeof openPage>[0] = {}) {
  const page = openPage(settings)
  const { see } = createBasketTracker(page.client)
  return {
    ...page,
    see: (quantities: Record<string, string | number>, basket: Parameters<typeof see>[1] = {}) =>
      see(lines(quantities), basket),
  }
}

/** A second tab, with code of its own. */
async function openShopTab() {
  const tab = await openTab()
  const { see } = tab.headless.createBasketTracker(tab.client)
  return {
    ...tab,
    see: (quantities: Record<string, string | number>, basket: Parameters<typeof see>[1] = {}) =>
      see(lines(quantities), basket),
  }
}

/** What arrived, when all is still: `add a 2`. */
async function arrived() {
  await quiet()
  expect(mock.rejected).toEqual([])
  return mock.events.map(({ action, data }) => `${action} ${data.product_id} ${data.quantity}`)
}

/** The page is left, and the next one opened: code and memory are new. */
function leave({ client }: { client: OmetriaClient }) {
  dispatchEvent(new PageTransitionEvent('pagehide'))
  client.destroy()
}

describe('on one page', () => {
  test('the first basket ever seen tracks nothing, and each change after it does', async () => {
    const { see } = openShop()
    see({ a: 2 })
    expect(await arrived()).toEqual([])
    see({ a: 3, b: 1 })
    expect(await arrived()).toEqual(['add a 1', 'add b 1'])
    see({ b: 1 })
    expect(await arrived()).toEqual(['add a 1', 'add b 1', 'remove a 3'])
  })

  test('what changes before the first basket was looked at counts from what was seen first', async () => {
    const { see } = openShop()
    see({})
    see({ a: 1 })
    expect(await arrived()).toEqual(['add a 1'])
  })

  test('nothing is known of it while it loads or is optimistic', async () => {
    const { client, see } = openShop()
    see({ a: 1 })
    await quiet()
    const tracker = createBasketTracker(client)
    for (const unknown of [null, undefined]) tracker.see(unknown)
    see({ a: 9 }, { settled: false })
    see({ a: 1 })
    see({}, { settled: false })
    expect(await arrived()).toEqual([])
    see({ a: 2 })
    expect(await arrived()).toEqual(['add a 1'])
  })

  test('an optimistic change that comes to nothing takes nothing from the one before it', async () => {
    const { see } = openShop()
    see({})
    await quiet()
    see({ a: 1 })
    see({ a: 1, b: 1 }, { settled: false })
    expect(await arrived()).toEqual(['add a 1'])
  })

  test('events have the context that the change was seen with', async () => {
    const { see } = openShop()
    see({})
    see({ a: 1 }, { context: { page: 'basket', category: 7 } })
    expect(await arrived()).toEqual(['add a 1'])
    expect(mock.events[0]?.context).toMatchObject({ page: 'basket', category: '7', page_url: location.href })
  })

  test('a basket that is said a thousand times is written once', async () => {
    const written = vi.spyOn(Storage.prototype, 'setItem')
    const { see } = openShop()
    for (let n = 0; n < 1_000; n++) see({ a: 2 })
    await quiet()
    for (let n = 0; n < 1_000; n++) see({ a: 2 })
    await quiet()
    expect(written.mock.calls.map(([name]) => name)).toEqual([key])
  })

  test('two trackers of one basket count a change once', async () => {
    const { client, see } = openShop()
    const another = createBasketTracker(client)
    see({})
    another.see([])
    await quiet()
    see({ a: 1 })
    another.see(lines({ a: 1 }))
    expect(await arrived()).toEqual(['add a 1'])
  })

  test('a line that nobody can read is told with its path, and the others are tracked', async () => {
    const { client, told } = openShop()
    const { see } = createBasketTracker(client)
    see([])
    await quiet()
    const hostile: unknown[] = [null, { product_id: 'b', quantity: -1 }, { product_id: 'a', quantity: 1 }]
    for (let n = 0; n < 3; n++) see(hostile as BasketLine[]) // as a shop without types may call it
    expect(await arrived()).toEqual(['add a 1'])
    expect(told.map(([{ code, message }]) => `${code} ${message}`)).toEqual([
      expect.stringMatching(/^invalid .*data/),
      expect.stringMatching(/^invalid .*data\.quantity/),
    ])
    see('basket' as unknown as BasketLine[]) // likewise
    expect(await arrived()).toEqual(['add a 1'])
  })
})

describe('from page to page', () => {
  test('an add that ended in a full page load counts on the next page', async () => {
    const first = openShop()
    first.see({ a: 1 })
    await quiet()
    leave(first)
    openShop().see({ a: 1, b: 1 })
    expect(await arrived()).toEqual(['add b 1'])
  })

  test('a page that is left in the same task has tracked by then', async () => {
    const first = openShop()
    first.see({})
    await quiet()
    first.see({ a: 1 })
    leave(first)
    expect(first.activities.map(({ type }) => type)).toContain('queued')
    openShop().see({ a: 1 })
    expect(await arrived()).toEqual(['add a 1'])
  })

  test('a page that died in the same task has lost nothing', async () => {
    const tab = await openShopTab()
    tab.see({})
    await quiet()
    tab.see({ a: 1 })
    tab.close()
    openShop().see({ a: 1 })
    expect(await arrived()).toEqual(['add a 1'])
  })

  test('a page that comes back out of the back/forward cache goes on counting', async () => {
    const { see } = openShop()
    see({})
    await quiet()
    see({ a: 1 })
    dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))
    see({ a: 2 })
    expect(await arrived()).toEqual(['add a 1', 'add a 1'])
  })

  test('a basket that is as it was takes no turn, no timer and no write', async () => {
    const first = openShop()
    first.see({ a: 1 }, { basketId: 'one' })
    await quiet()
    leave(first)
    const { see } = openShop()
    const uses = [
      vi.spyOn(Storage.prototype, 'setItem'),
      vi.spyOn(document, 'cookie', 'set'),
      vi.spyOn(navigator.locks, 'request'),
      vi.spyOn(window, 'setTimeout'),
      vi.spyOn(window, 'addEventListener'),
    ]
    see({ a: 1 }, { basketId: 'one' })
    for (const use of uses) expect(use).not.toHaveBeenCalled()
  })
})

describe('another basketId', () => {
  test('is another basket: what was in the old one stays, what is in the new one was added', async () => {
    const { see } = openShop()
    see({ a: 1 }, { basketId: 'one' })
    await quiet()
    see({}, { basketId: null })
    see({ a: 1, c: 2 }, { basketId: 'two' })
    expect(await arrived()).toEqual(['add a 1', 'add c 2'])
  })

  test('loses nothing of the basket before it, however soon it comes', async () => {
    const { see } = openShop()
    see({}, { basketId: 'one' })
    await quiet()
    see({ a: 1 }, { basketId: 'one' })
    see({}, { basketId: 'two' })
    expect(await arrived()).toEqual(['add a 1'])
  })

  test('and back: the old one goes on where it was', async () => {
    const { see } = openShop()
    for (const basketId of ['one', null, 'two']) {
      see({ a: 1 }, { basketId })
      await quiet()
    }
    mock.reset()
    see({ a: 2 }, { basketId: 'one' })
    expect(await arrived()).toEqual(['add a 1'])
  })

  test('five of them are kept, those that changed last', async () => {
    const { see } = openShop()
    for (const [n, basketId] of ['1', '2', '3', '4', '5', '1', '6'].entries()) {
      see({ a: n }, { basketId })
      await quiet()
    }
    const [, , kept] = JSON.parse(localStorage.getItem(key) ?? '')
    expect(kept.map(([id]: [string]) => id)).toEqual(['3', '4', '5', '1', '6'])
  }, 15_000)
})

describe('two tabs', () => {
  test('a page that is left while another tab has its turn: the next page counts the change, once', async () => {
    const [one, other] = [openShop(), await openShopTab()]
    one.see({})
    await quiet()
    one.see({ a: 1 })
    other.see({ a: 1, b: 1 })
    await vi.waitFor(async () => expect((await navigator.locks.query()).pending).toHaveLength(1))
    other.hide()
    other.close()
    expect(await arrived()).toEqual(['add a 1'])
    openShop().see({ a: 1, b: 1 })
    expect(await arrived()).toEqual(['add a 1', 'add b 1'])
  })

  test('that hear of a change together count it once', async () => {
    const [one, other] = [openShop(), await openShopTab()]
    one.see({})
    other.see({})
    await quiet()
    one.see({ a: 1 })
    other.see({ a: 1 })
    expect(await arrived()).toEqual(['add a 1'])
    other.see({ a: 3 })
    one.see({ a: 3 })
    expect(await arrived()).toEqual(['add a 1', 'add a 2'])
  })

  test('one of which is left at once count it once', async () => {
    const [one, other] = [openShop(), await openShopTab()]
    one.see({})
    await quiet()
    one.see({ a: 1 })
    other.see({ a: 1 })
    other.hide()
    expect(await arrived()).toEqual(['add a 1'])
  })

  test('one of which still shows an older basket, and renders it anew, count nothing twice', async () => {
    const [one, other] = [openShop(), await openShopTab()]
    one.see({ a: 1 })
    other.see({ a: 1 })
    await quiet()
    other.see({ a: 1, b: 1 })
    await quiet()
    one.see({ a: 1 })
    expect(await arrived()).toEqual(['add b 1'])
    one.see({ a: 1, b: 1, c: 1 })
    expect(await arrived()).toEqual(['add b 1', 'add c 1'])
  })

  test('take turns, each until storage shows in every process what the other wrote', async () => {
    const [one, other] = [openShop(), await openShopTab()]
    const begun = performance.now()
    one.see({})
    await vi.waitFor(() => expect(localStorage.getItem(key)).not.toBeNull())
    expect(performance.now() - begun).toBeLessThan(200)
    const written = performance.now()
    other.see({ a: 1 })
    await vi.waitFor(() => expect(localStorage.getItem(key)).toContain('"a"'))
    expect(performance.now() - written).toBeGreaterThan(200)
    expect(await arrived()).toEqual(['add a 1'])
  })

  test('without Web Locks take turns by a lease', async () => {
    const [one, other] = [openShop(), await openShopTab()]
    vi.spyOn(navigator, 'locks', 'get').mockReturnValue(undefined as unknown as LockManager) // as on plain http
    one.see({})
    await vi.waitFor(() => expect(localStorage.getItem(key)).not.toBeNull(), { timeout: 3_000 })
    one.see({ a: 1 })
    await vi.waitFor(() => expect(mock.events).toHaveLength(1), { timeout: 3_000 })
    other.see({ a: 1 })
    vi.restoreAllMocks()
    expect(await arrived()).toEqual(['add a 1'])
    expect(Object.keys(localStorage)).not.toContain(`${key}|lock`)
  })
})

describe('another visitor on the device', () => {
  test('begins anew, and has nothing of the one before', async () => {
    let user = { uid: 'ann', sid: '1' }
    const { see } = openShop({ user: () => user })
    see({ a: 1 })
    await quiet()
    user = { uid: 'bob', sid: '2' }
    see({ b: 5 })
    expect(await arrived()).toEqual([])
    see({ b: 6 })
    expect(await arrived()).toEqual(['add b 1'])
    expect(mock.events[0]?.user).toEqual(user)
  })
})

describe('consent', () => {
  /** A consent platform. */
  function platform(word: Consent) {
    const listeners = new Set<() => void>()
    return {
      get: () => word,
      subscribe(listener: () => void) {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
      say(next: Consent) {
        word = next
        for (const listener of listeners) listener()
      },
    }
  }

  test('denied: nothing is kept, and nothing tracked', async () => {
    const written = vi.spyOn(Storage.prototype, 'setItem')
    const { see } = openShop({ consent: 'denied' })
    see({})
    see({ a: 1 })
    expect(await arrived()).toEqual([])
    expect([written.mock.calls, document.cookie]).toEqual([[], ''])
  })

  test('denied, then granted: the basket of that moment is where counting begins', async () => {
    const { client, see } = openShop({ consent: 'denied' })
    see({})
    see({ a: 1 })
    client.setConsent('granted')
    expect(await arrived()).toEqual([])
    see({ a: 2 })
    expect(await arrived()).toEqual(['add a 1'])
  })

  test('pending: nothing is kept, and what changed on the page counts once it is granted', async () => {
    const consent = platform('pending')
    const read = vi.spyOn(Storage.prototype, 'getItem')
    const { see } = openShop({ consent })
    see({})
    see({ a: 1 })
    see({ a: 2 })
    await quiet()
    expect(read.mock.calls.filter(([name]) => name === key)).toEqual([])
    expect([localStorage.length, document.cookie, mock.attempts]).toEqual([0, '', []])
    consent.say('granted')
    expect(await arrived()).toEqual(['add a 2'])
  })

  test('pending, then denied, then granted: what changed before is nobody’s business', async () => {
    const consent = platform('pending')
    const { see } = openShop({ consent })
    see({})
    see({ a: 1 })
    await quiet()
    consent.say('denied')
    consent.say('granted')
    expect(await arrived()).toEqual([])
    see({ a: 1, b: 1 })
    expect(await arrived()).toEqual(['add b 1'])
  })

  test('pending on every page until its platform has loaded: the basket of the last page counts', async () => {
    const first = openShop()
    first.see({ a: 1 })
    await quiet()
    leave(first)
    const consent = platform('pending')
    const { see } = openShop({ consent })
    see({ a: 1, b: 1 })
    see({ a: 1, b: 1, c: 1 })
    consent.say('granted')
    expect(await arrived()).toEqual(['add b 1', 'add c 1'])
  })

  test('taken back: the basket is forgotten, in other tabs too', async () => {
    const [{ client, see }, other] = [openShop(), await openShopTab()]
    see({ a: 1 })
    other.see({ a: 1 })
    await quiet()
    see({ a: 2 })
    client.setConsent('denied')
    expect(await arrived()).toEqual([])
    expect(Object.keys(localStorage)).toEqual([])
    client.setConsent('granted')
    expect(await arrived()).toEqual([])
    see({ a: 3 })
    expect(await arrived()).toEqual(['add a 1'])
  })

  test('on a page that is only being prerendered: counts when it is shown', async () => {
    const first = openShop()
    first.see({})
    await quiet()
    leave(first)
    const prerendering = vi.fn(() => true)
    Object.defineProperty(document, 'prerendering', { get: prerendering, configurable: true })
    const { see } = openShop()
    see({ a: 1 })
    expect(await arrived()).toEqual([])
    prerendering.mockReturnValue(false)
    document.dispatchEvent(new Event('prerenderingchange'))
    expect(await arrived()).toEqual(['add a 1'])
    Reflect.deleteProperty(document, 'prerendering')
  })
})

describe('storage', () => {
  test('that is blocked: the page counts from its first basket on, and forgets it with consent', async () => {
    vi.spyOn(window, 'localStorage', 'get').mockImplementation(() => {
      throw new DOMException('blocked', 'SecurityError')
    })
    const { client, see } = openShop()
    see({})
    await quiet()
    see({ a: 1 })
    expect(await arrived()).toEqual(['add a 1'])
    client.setConsent('denied')
    client.setConsent('granted')
    see({ a: 1, b: 1 })
    expect(await arrived()).toEqual(['add a 1', 'add b 1'])
  })

  test('that is full: likewise', async () => {
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError')
    })
    const { see } = openShop()
    see({})
    await quiet()
    see({ a: 1 })
    expect(await arrived()).toEqual(['add a 1'])
  })

  test.each(['', 'null', '7', '[]', '[1]', '[1,"x",7]', '[1,null,[[null,7]]]', '{"v":9}', '[2,"x",[]]'])(
    'that holds %s in our place: counting begins anew',
    async found => {
      localStorage.setItem(key, found)
      const { see, told } = openShop()
      see({ a: 1 })
      expect(await arrived()).toEqual([])
      see({ a: 2 })
      expect(await arrived()).toEqual(['add a 1'])
      expect(told).toEqual([])
    },
  )

  test('that the visitor cleared: counting begins anew', async () => {
    const { see } = openShop()
    see({ a: 1 })
    await quiet()
    localStorage.clear()
    see({ a: 2 })
    expect(await arrived()).toEqual([])
  })
})

test('events that can’t be sent yet wait in the outbox, and the basket goes on', async () => {
  hurry()
  const { see } = openShop()
  see({})
  await quiet()
  mock.faults.push({ status: 503 })
  see({ a: 1 })
  await vi.waitFor(() => expect(mock.attempts.length).toBeGreaterThan(0))
  see({ a: 2 })
  await vi.waitFor(() => expect(mock.events).toHaveLength(2), { timeout: 5_000 })
  expect(await arrived()).toEqual(['add a 1', 'add a 1'])
})
