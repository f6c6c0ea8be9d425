import { expect, test } from 'vitest'
import type { Tab } from './engines/tab.js'
import { setStage } from './stage.js'

const stage = setStage()
const { mock } = stage

/** Until nothing waits any more on any of the pages. */
const settled = (...pages: Tab[]) =>
  Promise.all(pages.map(page => page.evaluate(() => window.tracker.client.flush())))

/** Everything that reached the endpoint; a second copy could only be on its way while a page has something waiting. */
async function expectOneOrder(...pages: Tab[]) {
  await expect.poll(() => mock.events.length).toBe(1)
  await settled(...pages)
  expect(mock.attempts.map(({ body }) => Object(body).request_id)).toEqual(['order-add-CONFIRMED-1'])
  for (const page of pages) expect(await page.evaluate(() => window.tracker.uncaught)).toEqual([])
}

test.each([
  'confirmation',
  'new object each render',
  'remounted',
  'hidden and revealed',
  'late order',
  'component and hooks',
])('%s, under StrictMode: one request', async scene => {
  await expectOneOrder(await stage.open({ scene }))
})

test('reloaded three times: one request', async () => {
  const page = await stage.open({ scene: 'confirmation' })
  await expect.poll(() => mock.events.length).toBe(1)
  for (let i = 0; i < 3; i++) await page.reload()
  await expectOneOrder(page)
})

test('opened in two tabs at once: one request', async () => {
  const pages = await Promise.all([
    stage.open({ scene: 'confirmation' }),
    stage.open({ scene: 'confirmation' }),
    stage.open({ scene: 'confirmation' }),
  ])
  await expectOneOrder(...pages)
})

test('left and come back to, and forth again: one request', async () => {
  const page = await stage.open({ scene: 'confirmation' })
  await expect.poll(() => mock.events.length).toBe(1)
  await page.goto(`${await page.url()}&elsewhere`)
  for (const go of ['goBack', 'goForward', 'goBack'] as const) {
    await page[go]()
    await page.waitForFunction(() => window.tracker)
  }
  await expectOneOrder(page)
})

test('rejected: the claim is released, and a later visit sends it', async () => {
  mock.faults.push({ status: 400 })
  const page = await stage.open({ scene: 'confirmation' })
  await expect.poll(() => page.evaluate(() => window.tracker.errors)).toEqual(['rejected'])
  await page.reload()
  await expect.poll(() => mock.events.length).toBe(1)
  await page.reload()
  await settled(page)
  expect(mock.attempts.map(({ answer }) => answer)).toEqual([400, 200])
})
