import { expect, test } from 'vitest'
import { expectAllOnce, mix, tally } from './events.js'
import { failing, setStage, track } from './stage.js'

const stage = setStage()
const { mock } = stage

/** Runs in each page before any other script: counts the requests that the page itself gave up. */
function countAborts() {
  const own = window.fetch
  Object.assign(window, { aborts: 0 })
  window.fetch = (...request) => {
    const answer = own(...request)
    answer.catch(error => {
      if (error.name === 'AbortError') Object(window).aborts++
    })
    return answer
  }
}

test('taken back with events waiting and one in flight: that one is aborted, nothing follows, nothing stays', async () => {
  const visitor = await stage.visitor()
  await visitor.addInitScript(countAborts)
  const page = await stage.open({}, visitor)
  mock.faults.push({ hang: true })
  await track(page, mix())
  await expect.poll(() => mock.attempts.length).toBe(1)
  await page.evaluate(() => window.tracker.client.setConsent('denied'))
  await page.waitForFunction(() => Object(window).aborts === 1)
  await track(page, mix('later'))
  await page.evaluate(() => window.tracker.client.flush())

  await expect.poll(() => page.evaluate(() => window.tracker.outcomes.length)).toBe(20)
  const outcomes = await page.evaluate(() => window.tracker.outcomes)
  expect(outcomes).toEqual(Array(20).fill({ status: 'suppressed', reason: 'consent' }))
  expect(await page.evaluate(() => [Object.keys(localStorage), document.cookie])).toEqual([[], ''])
  expect(mock.attempts).toHaveLength(1)
  await page.reload()
  expect(mock.attempts).toHaveLength(1)
})

test('taken back in one tab: what another tab has waiting is not sent either', async () => {
  const [one, other] = await Promise.all([stage.open(), stage.open()])
  const comeUp = await stage.goDown()
  await track(other, mix('other'))
  await failing(other)
  await one.evaluate(() => window.tracker.client.setConsent('denied'))
  await expect.poll(() => other.evaluate(() => window.tracker.outcomes.length)).toBe(10)
  await comeUp()
  await other.evaluate(() => window.tracker.client.flush())
  const { lost } = tally(mock, mix('other'))
  expect(lost).toHaveLength(10)
})

test('pending: events wait in memory, in order, without a trace, and go out when it is granted', async () => {
  const page = await stage.open({ consent: 'pending' })
  await track(page, mix())
  await page.evaluate(() => window.tracker.client.flush())
  expect(await page.evaluate(() => [Object.keys(localStorage), document.cookie])).toEqual([[], ''])
  expect(mock.attempts).toEqual([])
  await page.evaluate(() => window.tracker.client.setConsent('granted'))
  await expectAllOnce(mock, mix())
  expect(mock.events.map(({ scope, data }) => [scope, data.order_id ?? data.product_id])).toEqual(
    mix().map(({ scope, data }) => [scope, Object(data).order_id ?? Object(data).product_id]),
  )
})

test('pending, then denied: nothing was ever there', async () => {
  const page = await stage.open({ consent: 'pending' })
  await track(page, mix())
  await page.evaluate(() => window.tracker.client.setConsent('denied'))
  await expect.poll(() => page.evaluate(() => window.tracker.outcomes.length)).toBe(10)
  expect(await page.evaluate(() => [Object.keys(localStorage), document.cookie])).toEqual([[], ''])
  expect(mock.attempts).toEqual([])
})
