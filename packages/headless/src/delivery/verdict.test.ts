import { expect, test } from 'vitest'
import { verdictOn } from './verdict.js'

const now = 1_000_000
const limits = { timeoutMs: 10_000, maxAgeMs: 100_000 }

test('an entry is sent', () => {
  expect(verdictOn({ at: now }, false, now, limits)).toBe('send')
  expect(verdictOn({ at: now - 100_000 }, false, now, limits)).toBe('send')
})

test('an entry that waited for longer than it may is expired', () => {
  expect(verdictOn({ at: now - 100_001 }, false, now, limits)).toBe('expired')
})

test('an entry whose earlier request may still be under way waits, whichever way the clock was set', () => {
  for (const sentAt of [now, now - 9_999, now + 9_999]) {
    expect(verdictOn({ at: now, sentAt }, false, now, limits)).toBe('later')
  }
})

test('an entry is sent again when no answer to its earlier request can come', () => {
  for (const sentAt of [now - 10_000, now + 10_000]) {
    expect(verdictOn({ at: now, sentAt }, false, now, limits)).toBe('send')
  }
})

test('an entry of which the relay said that it arrived is told, however old it is', () => {
  expect(verdictOn({ at: 0, sentAt: now }, true, now, limits)).toBe('told')
  expect(verdictOn({ at: 0 }, true, now, limits)).toBe('told')
})

test('an entry that is too old expires, though no time limit ends its earlier request', () => {
  const limits = { timeoutMs: Number.POSITIVE_INFINITY, maxAgeMs: 100_000 }
  expect(verdictOn({ at: now - 100_001, sentAt: now - 100_000 }, false, now, limits)).toBe('expired')
})
