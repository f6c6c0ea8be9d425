import { describe, expect, test } from 'vitest'
import type { Tab } from './engines/tab.js'
import { expectAllOnce, mix } from './events.js'
import { failing, setStage, track } from './stage.js'

const stage = setStage()
const { mock } = stage

const outcomes = (page: Tab) =>
  page.evaluate(() =>
    window.tracker.outcomes
      .map(({ status }) => status)
      .sort()
      .join(' '),
  )

describe.each([
  ['two', 2],
  ['four', 4],
] as const)('%s tabs', (_, count) => {
  test('tracking while the server fails, then recovers: all delivered, once, and every caller told', async () => {
    const tabs = await Promise.all(Array.from({ length: count }, () => stage.open()))
    mock.faults.push({ status: 500, times: 6 })
    await Promise.all(tabs.map((tab, i) => track(tab, mix(`tab${i}`))))
    await expectAllOnce(
      mock,
      tabs.flatMap((_, i) => mix(`tab${i}`)),
    )
    for (const tab of tabs) {
      await expect.poll(() => outcomes(tab)).toBe(Array(10).fill('delivered').join(' '))
      expect(await tab.evaluate(() => window.tracker.uncaught)).toEqual([])
    }
  })

  test('one of them closed half-way: all delivered, once', async () => {
    const tabs = await Promise.all(Array.from({ length: count }, () => stage.open()))
    const events = tabs.map((_, i) => mix(`tab${i}`))
    mock.faults.push({ times: 7 }, { status: 503, times: Number.POSITIVE_INFINITY })
    await Promise.all(tabs.map((tab, i) => track(tab, mix(`tab${i}`))))
    await expect.poll(() => mock.attempts.length, { timeout: 10_000 }).toBeGreaterThan(10)
    // What a tab hands to the network as it dies, nobody can know of: see what is promised there in leaving.spec.ts. A tab that
    // has seen two events fail hands over nothing.
    const [closing] = tabs
    await closing?.waitForFunction(() => {
      const { steps } = window.tracker
      return steps.filter(step => step === 'retry').length > 1 && steps.at(-1) !== 'attempt'
    })
    await closing?.close()
    mock.faults.length = 0
    await expectAllOnce(mock, events.flat())
  })
})

test('a tab that was closed with its events waiting: another one sends them', async () => {
  const comeUp = await stage.goDown()
  const [closing, staying] = await Promise.all([stage.open(), stage.open()])
  await track(closing, mix('left'))
  await failing(closing)
  await closing.close()
  await comeUp()
  await track(staying, mix('own'))
  await expectAllOnce(mock, [...mix('left'), ...mix('own')])
})

test('two tabs that open at once are one visitor and one visit', async () => {
  const tabs = await Promise.all([stage.open(), stage.open(), stage.open()])
  await Promise.all(tabs.map((tab, i) => track(tab, mix(`tab${i}`))))
  await expectAllOnce(
    mock,
    tabs.flatMap((_, i) => mix(`tab${i}`)),
  )
  const users = mock.events.map(({ user }) => JSON.stringify(user))
  expect(new Set(users).size).toBe(1)
})

describe('without Web Locks', () => {
  test('two tabs take turns by a lease: all delivered, once', async () => {
    const visitor = await stage.visitor()
    await visitor.addInitScript(() => Object.defineProperty(navigator, 'locks', { value: undefined }))
    const tabs = await Promise.all([stage.open({}, visitor), stage.open({}, visitor)])
    await Promise.all(tabs.map((tab, i) => track(tab, mix(`tab${i}`))))
    await expectAllOnce(mock, [...mix('tab0'), ...mix('tab1')])
  })
})
