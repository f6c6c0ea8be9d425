import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createServerGate, untilNextQuestion } from './server-gate.js'
import { createStorage } from './storage.js'

const minute = 60_000

beforeEach(() => {
  vi.useFakeTimers()
  vi.spyOn(Math, 'random').mockReturnValue(1)
})
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

/** Where there is no localStorage, as in Node, storage is the page's memory. */
const makeGate = () =>
  createServerGate(
    'https://mock.test',
    createStorage(() => {}),
  )

const isOpen = (gate: ReturnType<typeof makeGate>) => gate.shutForMs() <= 0

describe('the wait for the next question', () => {
  test('is half a second at least, and a second at first', () => {
    expect([untilNextQuestion(0, 0), untilNextQuestion(0, 1)]).toEqual([500, 1_000])
  })

  test('is never longer than the outage has lasted, once that is a second', () => {
    for (const ms of [1_000, 3_000, minute, 10 * minute]) {
      for (const random of [0, 0.5, 1]) expect(untilNextQuestion(ms, random)).toBeLessThanOrEqual(ms)
    }
  })

  test('is five minutes at most', () => {
    expect(untilNextQuestion(24 * 60 * minute, 1)).toBe(5 * minute)
  })
})

describe('the gate', () => {
  test('is open for a server that nothing is known of', () => {
    const gate = makeGate()
    expect([isOpen(gate), gate.isDown(), gate.isSilent(), gate.isTrusted()]).toEqual([
      true,
      false,
      false,
      false,
    ])
  })

  test('stays open where one event fails, however often', () => {
    const gate = makeGate()
    for (let n = 0; n < 20; n++) gate.failed('poison', true)
    expect([isOpen(gate), gate.isDown()]).toEqual([true, false])
  })

  test('shuts for a second at most where one event has no answer, however often', () => {
    const gate = makeGate()
    for (let n = 0; n < 20; n++) gate.failed('hanging', false)
    expect(gate.shutForMs()).toBe(1_000)
    expect(gate.isDown()).toBe(false)
  })

  test('shuts where different events fail in a row', () => {
    const gate = makeGate()
    gate.failed('a', true)
    gate.failed('b', true)
    expect([isOpen(gate), gate.isDown()]).toEqual([false, true])
  })

  test('opens for all with the first answer', () => {
    const gate = makeGate()
    for (const key of ['a', 'b', 'c']) gate.failed(key, false)
    gate.answered()
    expect([isOpen(gate), gate.isDown(), gate.isTrusted()]).toEqual([true, false, true])
  })

  test('stays open where other events arrive between the failures', () => {
    const gate = makeGate()
    for (const key of ['a', 'b', 'c']) {
      gate.failed(key, true)
      gate.answered()
    }
    expect(isOpen(gate)).toBe(true)
  })

  test('lets one question through, and no other before its answer', () => {
    const gate = makeGate()
    for (const key of ['a', 'b']) gate.failed(key, false)
    gate.letOneThrough()
    expect(isOpen(gate)).toBe(true)
    gate.failed('c', false)
    expect(isOpen(gate)).toBe(false)
  })

  test.each([
    [3, 6],
    [12, 24],
    [60, 120],
  ])('has an outage of %i s be noticed to be over within %i s, in few questions', (outage, within) => {
    for (const random of [0, 0.25, 0.5, 0.75, 1]) {
      vi.mocked(Math.random).mockReturnValue(random)
      const gate = makeGate()
      const start = performance.now()
      let questions = 0
      while (performance.now() - start < outage * 1_000) {
        gate.failed(String(questions++), false)
        vi.advanceTimersByTime(Math.max(Math.ceil(gate.shutForMs()), 0))
      }
      expect(performance.now() - start).toBeLessThanOrEqual(within * 1_000)
      expect(questions).toBeLessThan(30)
    }
  })

  test('asks no more than ten times in the first ten seconds', () => {
    vi.mocked(Math.random).mockReturnValue(0.5)
    const gate = makeGate()
    let questions = 0
    for (const end = performance.now() + 10_000; performance.now() < end; ) {
      gate.failed(String(questions++), false)
      vi.advanceTimersByTime(Math.max(Math.ceil(gate.shutForMs()), 0))
    }
    expect(questions).toBeLessThanOrEqual(10)
  })
})

describe('a time that the server named', () => {
  test('is cut short by nothing', () => {
    const gate = makeGate()
    gate.askedToWait(60_000)
    gate.letOneThrough()
    gate.answered()
    expect(gate.shutForMs()).toBeCloseTo(60_000, -1)
  })

  test('stays where the server names a shorter time later', () => {
    const gate = makeGate()
    gate.askedToWait(60_000)
    vi.advanceTimersByTime(100)
    gate.askedToWait(1_000)
    expect(gate.shutForMs()).toBeGreaterThan(59_000)
  })

  test('holds for a page that comes later', () => {
    const storage = createStorage(() => {})
    createServerGate('https://mock.test', storage).askedToWait(60_000)
    expect(createServerGate('https://mock.test', storage).shutForMs()).toBeGreaterThan(59_000)
    expect(createServerGate('https://other.test', storage).shutForMs()).toBeLessThanOrEqual(0)
  })
})

describe('what became of the last request is known to the next page', () => {
  test.each([
    ['taken', (gate: ReturnType<typeof makeGate>) => gate.answered(), { isSilent: false, isTrusted: true }],
    [
      'answered',
      (gate: ReturnType<typeof makeGate>) => gate.failed('a', true),
      { isSilent: false, isTrusted: false },
    ],
    [
      'without an answer',
      (gate: ReturnType<typeof makeGate>) => gate.failed('a', false),
      { isSilent: true, isTrusted: false },
    ],
  ])('%s', (_, see, expected) => {
    const storage = createStorage(() => {})
    see(createServerGate('https://mock.test', storage))
    const next = createServerGate('https://mock.test', storage)
    expect({ isSilent: next.isSilent(), isTrusted: next.isTrusted() }).toEqual(expected)
  })

  test('for ten minutes, where no answer came', () => {
    const storage = createStorage(() => {})
    createServerGate('https://mock.test', storage).failed('a', false)
    vi.advanceTimersByTime(10 * minute)
    expect(createServerGate('https://mock.test', storage).isSilent()).toBe(false)
  })

  test('and is written once where it stays the same', () => {
    const storage = createStorage(() => {})
    const set = vi.spyOn(storage, 'set')
    const gate = createServerGate('https://mock.test', storage)
    for (let n = 0; n < 5; n++) gate.answered()
    expect(set).toHaveBeenCalledOnce()
  })
})
