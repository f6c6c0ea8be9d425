import { expect, test } from 'vitest'
import { needs } from './engine.js'
import { added, expectAllOnce, mix, placed } from './events.js'
import { failing, setStage, track } from './stage.js'

const stage = setStage()
const { mock } = stage

test('a random third of 200 events refused: all delivered, an order before its cancelling', async () => {
  const page = await stage.open()
  let seed = 7
  const random = () => {
    seed = (seed * 16_807) % 2_147_483_647 // Lehmer's, so that every run refuses the same
    return seed / 2_147_483_647
  }
  mock.faults.push({ status: 500, times: Number.POSITIVE_INFINITY, when: () => random() < 1 / 3 })
  const events = Array.from({ length: 50 }, (_, i) => [
    placed(`a-${i}`),
    added(`a-${i}`),
    { scope: 'order', action: 'cancel', data: { order_id: `a-${i}` } } as const,
    added(`b-${i}`),
  ]).flat()
  await track(page, events)
  await expectAllOnce(mock, events, 120_000)
  const orders = mock.events.filter(({ scope }) => scope === 'order')
  for (let i = 0; i < 50; i++) {
    const actions = orders.filter(({ data }) => data.order_id === `a-${i}`).map(({ action }) => action)
    expect(actions).toEqual(['add', 'cancel'])
  }
}, 150_000)

test('500 orders waiting when a page opens: drained in order', async () => {
  await drain()
})

test('500 orders waiting when a page opens: no task over 50 ms', async context => {
  needs(context, 'report long tasks')
  const opened = await drain(noteLongTasks)
  expect(await opened.evaluate(() => Object(window).long)).toEqual([])
})

/** Runs in each page before any other script. */
function noteLongTasks() {
  const long: number[] = []
  new PerformanceObserver(list => long.push(...list.getEntries().map(({ duration }) => duration))).observe({
    type: 'longtask',
  })
  Object.assign(window, { long })
}

/** Gives back the page that sends them. */
async function drain(initScript?: () => void) {
  const comeUp = await stage.goDown()
  const page = await stage.open()
  const orders = Array.from({ length: 500 }, (_, i) => placed(`waiting-${i}`))
  await track(page, orders)
  await failing(page)
  await page.close()
  await comeUp()
  const { visitor } = page
  if (initScript) await visitor.addInitScript(initScript)
  const opened = await stage.open({}, visitor)
  await expectAllOnce(mock, orders)
  expect(mock.events.map(({ data }) => data.order_id)).toEqual(
    orders.map(({ data }) => Object(data).order_id),
  )
  return opened
}

test('the endpoint refused by a content blocker for a whole visit: one try a page plus backoff, and nobody notices', async context => {
  needs(context, 'block requests')
  const visitor = await stage.visitor()
  await visitor.block(stage.endpoint)
  let tries = 0
  const page = await stage.open({ maxEvents: '20' }, visitor)
  const started = performance.now()
  for (let visit = 0; visit < 5; visit++) {
    await track(page, [
      ...mix(`page${visit}`, 2),
      ...Array.from({ length: 10 }, (_, i) => added(`${visit}-${i}`)),
    ])
    await failing(page)
    expect(await page.evaluate(() => window.tracker.uncaught)).toEqual([])
    expect(await page.evaluate(() => window.tracker.errors.filter(code => code !== 'overflow'))).toEqual([])
    const waiting = await page.evaluate(
      () => Object.keys(localStorage).filter(key => key.startsWith('ometria|event|')).length,
    )
    expect(waiting).toBeLessThanOrEqual(20)
    tries += await page.evaluate(() => window.tracker.steps.filter(step => step === 'attempt').length)
    await page.reload()
  }
  // One a page; and backoff, of half a second in the mean, doubling, leaves room for few more in so short a visit.
  expect(tries).toBeLessThanOrEqual(6 + Math.ceil((performance.now() - started) / 250))
})
