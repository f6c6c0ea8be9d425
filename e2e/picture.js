import { createMockOmetria } from 'ometria-mock'
import { listen } from 'ometria-mock/node'
import { chromium } from 'playwright'
import { chromiumLaunchOptions } from './chromium.js'
import { serveApp } from './serve-app.js'

// The README's picture, from the real page: a dress put into the basket, and what Ometria received.
const mock = await listen(createMockOmetria())
const shop = await serveApp(`${import.meta.dirname}/../apps/storefront`, {
  VITE_OMETRIA_ENDPOINT: `${mock.url}/api/track`,
})
const browser = await chromium.launch(await chromiumLaunchOptions())
try {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, deviceScaleFactor: 1.5 })
  await page.goto(shop.url)
  await page.getByRole('button', { name: 'Accept' }).click()
  await page
    .getByRole('link', { name: /^Tiered maxi dress/ })
    .first()
    .click()
  await page.getByRole('button', { name: 'Add to basket' }).click()
  await page
    .locator('.received-event', { hasText: /basket.*add/ })
    .locator('summary')
    .click()
  await page.screenshot({ path: `${import.meta.dirname}/../docs/demo.jpg`, quality: 88 })
} finally {
  await Promise.all([browser.close(), shop.close(), mock.close()])
}
