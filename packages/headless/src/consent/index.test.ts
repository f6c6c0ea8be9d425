import { expect, test } from 'vitest'
import * as entry from './index.js'

test('exports the bridges by name', () => {
  expect(Object.keys(entry).sort()).toEqual([
    'cookiebot',
    'googleConsentMode',
    'oneTrust',
    'tcf',
    'withGlobalPrivacyControl',
  ])
})

test('on a server every bridge is pending, and leaves no trace', () => {
  const before = Reflect.ownKeys(globalThis)
  const { cookiebot, googleConsentMode, oneTrust, tcf, withGlobalPrivacyControl } = entry
  const sources = [cookiebot(), googleConsentMode(), oneTrust(), tcf(), withGlobalPrivacyControl('pending')]
  expect(sources.map(source => source.get())).toEqual(Array(5).fill('pending'))
  expect(Reflect.ownKeys(globalThis)).toEqual(before)
})
