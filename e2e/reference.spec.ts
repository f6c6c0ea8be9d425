import basketAdd from 'ometria-mock/fixtures/basket-add.json' with { type: 'json' }
import orderAdd from 'ometria-mock/fixtures/order-add.json' with { type: 'json' }
import orderCancel from 'ometria-mock/fixtures/order-cancel.json' with { type: 'json' }
import { expect, test } from 'vitest'
import { setStage } from './stage.js'

const stage = setStage()
const { mock } = stage

const basket = { ...basketAdd, request_id: expect.stringMatching(/^[0-9a-f]{32}$/) }
const order = { ...orderAdd, request_id: 'order-add-ABC-123' }
const cancelled = { ...orderCancel, request_id: `order-cancel-${orderCancel.data.order_id}` }

test.each([
  ['track', [basket, order, cancelled]],
  ['hooks', [basket, order, cancelled]],
  ['component', [order]],
])('the reference’s own examples arrive as they stand there, by %s', async (way, examples) => {
  const page = await stage.open({ scene: `reference by ${way}` })
  await expect.poll(() => mock.events.length).toBe(examples.length)
  expect(mock.rejected).toEqual([])

  const user = await page.evaluate(() => window.tracker.client.getUser())
  // Where an example says nothing of its context, the page does.
  const context = { page_url: await page.url(), user_agent: await page.evaluate(() => navigator.userAgent) }
  expect(mock.events).toEqual(examples.map(example => ({ context, ...example, user })))
})
