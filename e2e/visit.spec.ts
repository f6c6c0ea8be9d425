import { createMockOmetria } from 'ometria-mock'
import { type Listening, listen } from 'ometria-mock/node'
import { type Browser, chromium } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { chromiumLaunchOptions } from './chromium.js'
import { serveApp } from './serve-app.js'
import { visit } from './visit.js'

const mock = createMockOmetria()
let browser: Browser
let server: Listening
let shop: Awaited<ReturnType<typeof serveApp>>

beforeAll(async () => {
  server = await listen(mock)
  shop = await serveApp(`${import.meta.dirname}/../apps/storefront`, {
    VITE_OMETRIA_ENDPOINT: `${server.url}/api/track`,
  })
  browser = await chromium.launch(await chromiumLaunchOptions())
})
afterAll(() => Promise.all([browser.close(), shop.close(), server.close()]))

test('a visit to the demo shop, from the list to a cancelled order', async () => {
  const page = await browser.newPage()
  const complaints: string[] = []
  page.on('console', message => message.type() !== 'log' && complaints.push(message.text()))
  page.on('pageerror', error => complaints.push(error.message))

  const { order } = await visit(page, shop.url, mock)

  expect(complaints).toEqual([])
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
})
