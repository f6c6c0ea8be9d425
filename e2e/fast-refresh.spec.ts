import { createMockOmetria } from 'ometria-mock'
import { type Listening, listen } from 'ometria-mock/node'
import { type Browser, chromium } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { chromiumLaunchOptions } from './chromium.js'
import { serveCopy } from './serve-copy.js'

const mock = createMockOmetria()
let browser: Browser
let server: Listening
let shop: Awaited<ReturnType<typeof serveCopy>>

beforeAll(async () => {
  server = await listen(mock)
  shop = await serveCopy(`${import.meta.dirname}/../apps/storefront`, {
    VITE_OMETRIA_ENDPOINT: `${server.url}/api/track`,
  })
  browser = await chromium.launch(await chromiumLaunchOptions())
})
afterAll(() => Promise.all([browser.close(), shop.close(), server.close()]))

test('the devtools keep their events, and what is open, when files of the shop are edited', async () => {
  const page = await browser.newPage()
  await page.goto(shop.url)
  await page.getByRole('button', { name: 'Accept' }).click()
  await page.getByRole('button', { name: 'Ometria', exact: true }).click()
  const panel = page.getByRole('region', { name: 'Ometria devtools' })
  const view = panel.getByRole('button', { name: /view.*home.*delivered/ })
  await view.click()
  await page.evaluate(() => Object.assign(window, { isSamePage: true }))
  const ids = () =>
    panel.locator('.row').evaluateAll(rows => rows.map(row => row.getAttribute('aria-controls')))
  const before = await ids()

  /** What stands in the panel after an edit that the page shows. */
  async function edited(file: string, from: string, to: string, shown: () => Promise<unknown>) {
    shop.edit(file, from, to)
    await shown()
    const isSamePage = await page.evaluate(() => 'isSamePage' in window)
    return { isSamePage, ids: await ids(), isOpen: await view.getAttribute('aria-expanded') }
  }
  const kept = { isSamePage: true, ids: before, isOpen: 'true' }

  // A part of the shop, and then the very file that renders the provider and the devtools.
  const footer = page.getByText('was edited')
  expect(await edited('src/Footer.tsx', 'is a demo shop', 'was edited', () => footer.waitFor())).toEqual(kept)
  const note = page.getByText('a note below the shop')
  const end = '</OmetriaProvider>'
  expect(
    await edited('src/tracking/Tracking.tsx', end, `<p>a note below the shop</p>${end}`, () =>
      note.waitFor(),
    ),
  ).toEqual(kept)

  // What happens next is seen too, once.
  await page
    .getByRole('link', { name: /^Tiered maxi dress/ })
    .first()
    .click()
  await panel.getByRole('button', { name: /view.*product.*delivered/ }).waitFor()
  expect((await ids()).length).toBe(before.length + 1)
  expect(mock.events.map(({ context }) => context?.page)).toEqual(['home', 'product'])

  // Even where an edit makes React mount all anew, what was seen before is there.
  const first = await panel.locator('.row').last().textContent()
  shop.edit('src/tracking/Tracking.tsx', '<TrackBasket />', '<p>a note above the shop</p><TrackBasket />')
  await page.getByText('a note above the shop').waitFor()
  await panel.getByRole('button', { name: /view.*home.*delivered/ }).waitFor()
  expect(await panel.locator('.row').last().textContent()).toBe(first)
  expect(await page.evaluate(() => 'isSamePage' in window)).toBe(true)
})
