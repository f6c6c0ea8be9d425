import { beforeEach, expect, test } from 'vitest'
import { cookiebot } from './cookiebot.js'

interface State {
  hasResponse: boolean
  consent: { necessary: true; preferences: boolean; statistics: boolean; marketing: boolean }
}
const none = { necessary: true, preferences: false, statistics: false, marketing: false } as const
const all = { necessary: true, preferences: true, statistics: true, marketing: true } as const

/** What Cookiebot's script does when it knows the visitor's answer, at once or after the dialog. */
function update(Cookiebot: State, ...events: string[]) {
  Object.assign(window, { Cookiebot })
  for (const event of events) window.dispatchEvent(new Event(event))
}

beforeEach(() => {
  Reflect.deleteProperty(window, 'Cookiebot')
})

test('follows the visitor from the dialog to consent and back, loaded later or not', () => {
  const source = cookiebot()
  const words: string[] = []
  const stop = source.subscribe(() => words.push(source.get()))
  expect(source.get()).toBe('pending')
  update({ hasResponse: false, consent: none })
  expect(source.get()).toBe('pending')
  update({ hasResponse: true, consent: all }, 'CookiebotOnAccept')
  update({ hasResponse: true, consent: none }, 'CookiebotOnDecline')
  expect(words).toEqual(['granted', 'denied'])
  stop()
  update({ hasResponse: true, consent: all }, 'CookiebotOnAccept')
  expect(words).toHaveLength(2)
})

test('knows on the next page what was answered', () => {
  const source = cookiebot()
  const words: string[] = []
  source.subscribe(() => words.push(source.get()))
  update({ hasResponse: true, consent: { ...none, marketing: true } }, 'CookiebotOnConsentReady')
  expect(words).toEqual(['granted'])
})

test('takes consent that Cookiebot presumes as granted', () => {
  update({ hasResponse: false, consent: all })
  expect(cookiebot().get()).toBe('granted')
})

test('looks at the category it is told to', () => {
  update({ hasResponse: true, consent: { ...none, statistics: true } })
  expect(cookiebot().get()).toBe('denied')
  expect(cookiebot({ category: 'statistics' }).get()).toBe('granted')
})

test('stays pending where only a part of it has loaded', () => {
  Object.assign(window, { Cookiebot: {} })
  expect(cookiebot().get()).toBe('pending')
})
