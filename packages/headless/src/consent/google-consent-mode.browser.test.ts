import { beforeEach, expect, test, vi } from 'vitest'
import { googleConsentMode } from './google-consent-mode.js'

const page: { dataLayer?: unknown[] } = Object(window)

/** As in Google's snippet. */
function gtag(..._command: unknown[]) {
  page.dataLayer ??= []
  // biome-ignore lint/complexity/noArguments: it is `arguments` that a data layer gets
  page.dataLayer.push(arguments)
}

const everyone = { ad_storage: 'denied', analytics_storage: 'denied', wait_for_update: 500 }

beforeEach(() => {
  delete page.dataLayer
})

test('follows the visitor from the banner to consent and back', async () => {
  const source = googleConsentMode()
  const listener = vi.fn()
  source.subscribe(listener)
  expect(source.get()).toBe('pending')
  gtag('consent', 'default', everyone)
  expect(source.get()).toBe('pending')
  gtag('consent', 'update', { ad_storage: 'granted' })
  expect(source.get()).toBe('granted')
  await vi.waitFor(() => expect(listener).toHaveBeenCalledTimes(1))
  gtag('consent', 'update', { ad_storage: 'denied' })
  expect(source.get()).toBe('denied')
  await vi.waitFor(() => expect(listener).toHaveBeenCalledTimes(2))
})

test('reads what was pushed before it came, watching or not', () => {
  gtag('js', new Date())
  gtag('consent', 'default', everyone)
  gtag('consent', 'update', { ad_storage: 'denied' })
  gtag('consent', 'update', { ad_storage: 'granted' })
  page.dataLayer?.push({ event: 'gtm.js' }, () => {}, null, undefined, 'consent', 7)
  const source = googleConsentMode()
  expect(source.get()).toBe('granted')
  source.subscribe(() => {})
  expect(source.get()).toBe('granted')
})

/** In each row: the defaults, and what they come to while nothing is updated. */
test.each<[string, object[], string]>([
  ['a denial', [{ ad_storage: 'denied' }], 'pending'],
  ['a grant', [{ ad_storage: 'granted' }], 'granted'],
  [
    'a grant, denied for some regions',
    [{ ad_storage: 'granted' }, { ad_storage: 'denied', region: ['ES'] }],
    'pending',
  ],
  [
    'a denial for some regions, a grant after it',
    [{ ad_storage: 'denied', region: ['ES'] }, { ad_storage: 'granted' }],
    'pending',
  ],
  ['a grant for some regions alone', [{ ad_storage: 'granted', region: ['US'] }], 'pending'],
  ['a denial that a grant replaces', [{ ad_storage: 'denied' }, { ad_storage: 'granted' }], 'granted'],
  ['a word on something else', [{ analytics_storage: 'granted' }], 'pending'],
  ['a word that is none', [{ ad_storage: true }], 'pending'],
])('takes %s for everybody until the visitor answers', (_, defaults, word) => {
  for (const state of defaults) gtag('consent', 'default', state)
  expect(googleConsentMode().get()).toBe(word)
  gtag('consent', 'update', { ad_storage: 'denied' })
  expect(googleConsentMode().get()).toBe('denied')
})

test('looks at the consent type and the data layer it is told to', () => {
  gtag('consent', 'update', { ad_storage: 'denied', analytics_storage: 'granted' })
  expect(googleConsentMode({ type: 'analytics_storage' }).get()).toBe('granted')
  expect(googleConsentMode({ dataLayer: 'otherLayer' }).get()).toBe('pending')
})

test('leaves pushing as it was, under and over what Tag Manager puts there', () => {
  const taken: unknown[] = []
  page.dataLayer = []
  const stopFirst = googleConsentMode().subscribe(() => {})
  const before = page.dataLayer.push
  page.dataLayer.push = (...entries) => {
    taken.push(...entries)
    return before.apply(page.dataLayer, entries)
  }
  const source = googleConsentMode()
  const stop = source.subscribe(() => {})
  expect(page.dataLayer.push('a', 'b')).toBe(2)
  gtag('consent', 'update', { ad_storage: 'granted' })
  expect(source.get()).toBe('granted')
  stop()
  stopFirst()
  expect(page.dataLayer.push('c')).toBe(4)
  expect(taken).toHaveLength(4)
  expect([...page.dataLayer]).toEqual(['a', 'b', expect.anything(), 'c'])
})

test('lets anything be pushed', () => {
  const source = googleConsentMode()
  source.subscribe(() => {})
  const trap = new Proxy([], {
    get() {
      throw new Error('looked at')
    },
  })
  for (const entry of [null, undefined, 0, 'consent', () => {}, trap]) page.dataLayer?.push(entry)
  expect(page.dataLayer).toHaveLength(6)
  expect(source.get()).toBe('pending')
})

test('remembers what Tag Manager has cleared away', () => {
  const source = googleConsentMode()
  source.subscribe(() => {})
  gtag('consent', 'update', { ad_storage: 'granted' })
  page.dataLayer?.splice(0)
  expect(source.get()).toBe('granted')
})

test('tells each listener until it ends, and none before the page has its answer', async () => {
  const source = googleConsentMode()
  const [first, second] = [vi.fn(), vi.fn()]
  const stop = source.subscribe(first)
  source.subscribe(second)
  gtag('consent', 'update', { ad_storage: 'granted' })
  expect(second).not.toHaveBeenCalled()
  await vi.waitFor(() => expect(second).toHaveBeenCalledTimes(1))
  stop()
  gtag('consent', 'update', { ad_storage: 'denied' })
  await vi.waitFor(() => expect(second).toHaveBeenCalledTimes(2))
  expect(first).toHaveBeenCalledTimes(1)
})

test('where the page lets nobody watch its data layer, asking reads it all the same', () => {
  page.dataLayer = Object.defineProperty([], 'push', { value: Array.prototype.push, writable: false })
  const source = googleConsentMode()
  expect(() => source.subscribe(() => {})).toThrow(TypeError)
  gtag('consent', 'update', { ad_storage: 'granted' })
  expect(source.get()).toBe('granted')
})

test('asking alone changes nothing on the page', () => {
  expect(googleConsentMode().get()).toBe('pending')
  expect(page.dataLayer).toBeUndefined()
})
