import { createMockOmetria } from 'ometria-mock'
import { type Listening, listen } from 'ometria-mock/node'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { engine } from './engine.js'
import type { Browser } from './engines/engine.js'
import { serveApp } from './serve-app.js'
import { visit } from './visit.js'

const mock = createMockOmetria()
afterEach(() => mock.reset())
let browser: Browser
let server: Listening
let shop: Awaited<ReturnType<typeof serveApp>>

beforeAll(async () => {
  server = await listen(mock)
  shop = await serveApp(`${import.meta.dirname}/../apps/storefront`, {
    VITE_OMETRIA_ENDPOINT: `${server.url}/api/track`,
  })
  browser = await engine.start()
})
afterAll(() => Promise.all([browser.close(), shop.close(), server.close()]))

test('a visit to the demo shop, from the list to a cancelled order', async () => {
  const visitor = await browser.newVisitor()
  const page = await visitor.newTab()
  const { order } = await visit(page, shop.url, mock)

  expect(visitor.complaints).toEqual([])
  const users = new Set(mock.events.map(({ user }) => JSON.stringify(user)))
  expect(users.size).toBe(1)
  const [placed] = mock.events.filter(({ scope, action }) => scope === 'order' && action === 'add')
  expect(placed).toMatchObject({
    request_id: `order-add-${order}`,
    data: {
      order_id: order,
      order_currency: 'GBP',
      order_lines: [{ product_id: '6560241647794', quantity: 1, order_line_total: 89 }],
    },
    user: { uid: expect.stringMatching(/^[0-9a-f]{32}$/), sid: expect.stringMatching(/^[0-9a-f]{32}$/) },
    context: {
      page_url: `${shop.url}/orders/${order}/confirmation`,
      user_agent: await page.evaluate(() => navigator.userAgent),
      language: 'en',
      currency: 'GBP',
    },
  })
  await visitor.close()
})

test('a basket in two tabs, reloaded and gone back to: each change counts once', async () => {
  const visitor = await browser.newVisitor()
  const [page, tab] = [await visitor.newTab(), await visitor.newTab()]
  await page.goto(`${shop.url}/products/rainbow-scarf`)
  await page.click('button', 'Accept')
  await tab.goto(`${shop.url}/basket`)
  const changes = () =>
    mock.events
      .filter(({ scope }) => scope === 'basket')
      .map(({ action, data }) => `${action} ${data.quantity}`)

  await page.click('button', 'Add to basket')
  await expect.poll(changes).toEqual(['add 1'])
  await tab.click('button', 'Remove')
  await expect.poll(changes).toEqual(['add 1', 'remove 1'])
  await page.reload()
  await page.click('button', 'Add to basket')
  // A page that is left in the moment of the change may count it beside the other tab: docs/baskets.md, what can't be promised.
  await expect.poll(changes).toEqual(['add 1', 'remove 1', 'add 1'])
  await page.goto(`${shop.url}/basket`)
  await page.goBack()
  // A view that is tracked now goes out after all that was tracked before.
  await page.goto(`${shop.url}/privacy`)
  await tab.goto(`${shop.url}/privacy`)
  await expect.poll(() => mock.events.filter(({ context }) => context?.page === 'privacy')).toHaveLength(2)
  expect(changes()).toEqual(['add 1', 'remove 1', 'add 1'])
  await visitor.close()
})
