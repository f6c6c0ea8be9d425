import { afterEach, expect, test, vi } from 'vitest'
import type { Consent } from './consent.js'
import { withGlobalPrivacyControl } from './global-privacy-control.js'

const optOut = (globalPrivacyControl: boolean | undefined) =>
  Object.defineProperty(navigator, 'globalPrivacyControl', {
    value: globalPrivacyControl,
    configurable: true,
  })

afterEach(() => Reflect.deleteProperty(navigator, 'globalPrivacyControl'))

const platform = (word: Consent) => ({ get: () => word, subscribe: () => () => {} })

test.each<[string, boolean | undefined, Consent | ReturnType<typeof platform>, Consent]>([
  ['denies over the word of the shop', true, 'granted', 'denied'],
  ['denies while the shop waits', true, 'pending', 'denied'],
  ['denies while the platform waits', true, platform('pending'), 'denied'],
  ['gives way to what the visitor told the platform', true, platform('granted'), 'granted'],
  ['agrees with a visitor who declined', true, platform('denied'), 'denied'],
  ['says nothing where it is off', false, 'granted', 'granted'],
  ['says nothing where it is off and the platform waits', false, platform('pending'), 'pending'],
  ['says nothing where the browser has no such setting', undefined, 'granted', 'granted'],
])('%s', (_, on, consent, word) => {
  optOut(on)
  expect(withGlobalPrivacyControl(consent).get()).toBe(word)
})

test('takes a platform that throws as one that has not answered', () => {
  optOut(true)
  const get = () => {
    throw new Error('broken')
  }
  expect(withGlobalPrivacyControl({ ...platform('pending'), get }).get()).toBe('denied')
})

test('passes on what the platform tells, and lets go of it', () => {
  const stop = vi.fn()
  const subscribe = vi.fn(() => stop)
  const listener = vi.fn()
  withGlobalPrivacyControl({ ...platform('granted'), subscribe }).subscribe(listener)()
  expect(subscribe).toHaveBeenCalledWith(listener)
  expect(stop).toHaveBeenCalledTimes(1)
})
