import { createMockOmetria } from 'ometria-mock'
import { listen } from 'ometria-mock/node'
import { chromium } from 'playwright'
import sharp from 'sharp'
import { createServer } from 'vite'
import { chromiumLaunchOptions } from './chromium.js'

// The README's clip, from the real shop in development: `pnpm clip`. Each picture stays for as long as its caption takes to read.
const mock = createMockOmetria()
const listening = await listen(mock)
process.env.VITE_OMETRIA_ENDPOINT = `${listening.url}/api/track`
const root = `${import.meta.dirname}/../apps/storefront`
const server = await createServer({ root, server: { port: 0, host: '127.0.0.1' }, logLevel: 'error' })
await server.listen()
const browser = await chromium.launch(await chromiumLaunchOptions())

/** @type {{ picture: Buffer, ms: number }[]} */
const frames = []

try {
  const page = await browser.newPage({ viewport: { width: 1200, height: 750 } })
  const button = (/** @type {string} */ name) => page.getByRole('button', { name, exact: true })
  const link = (/** @type {string | RegExp} */ name) => page.getByRole('link', { name }).first()
  const received = (/** @type {RegExp} */ hasText, nth = 0) =>
    page.locator('.received-event', { hasText }).nth(nth).waitFor()

  /** @param {string} caption @param {number} ms */
  async function show(caption, ms) {
    await page.evaluate(text => {
      const shown =
        document.querySelector('#caption') ?? document.body.appendChild(document.createElement('p'))
      shown.id = 'caption'
      shown.textContent = text
      const place =
        'position:fixed;inset:16px auto auto 32px;z-index:2147483647;margin:0;padding:12px 18px;border-radius:8px;'
      shown.setAttribute('style', `${place}background:#16191d;color:#fff;font-size:19px;font-weight:600`)
    }, caption)
    frames.push({ picture: await page.screenshot(), ms })
  }

  await page.goto(server.resolvedUrls?.local[0] ?? '')
  await show('Before consent, nothing is sent and nothing is stored.', 2_400)
  await button('Accept').click()
  await received(/view/)
  await link(/^Tiered maxi dress/).click()
  await received(/view/, 1)
  await button('Add to basket').click()
  await received(/basket.*add/)
  await show('A dress goes into the basket: Ometria has it at once.', 2_400)
  await button('Ometria').click()
  await button('Pretend to be offline').click()
  await show('The devtools show each event’s life. Now the network goes …', 2_400)
  await button('Add to basket').click()
  await page.waitForTimeout(1_500)
  await show('… and what is tracked waits in the browser, over reloads too.', 3_200)
  await button('Pretend to be offline').click()
  await received(/basket.*add/, 1)
  await show('Back online, it arrives. Once.', 2_600)
  await button('Close the Ometria devtools').click()
  await link('View basket').click()
  await link('Checkout').click()
  await button('Fill in demo details').click()
  await button('Place order').click()
  await received(/order.*add/)
  await show('The order is placed …', 2_000)
  await page.reload()
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.waitForTimeout(1_500)
  await show('… and its page reloaded: the order counts once, for ever.', 4_400)
  const orders = mock.events.filter(({ scope }) => scope === 'order')
  if (orders.length !== 1) throw new Error(`The clip would show ${orders.length} orders.`)
} finally {
  await Promise.all([browser.close(), server.close(), listening.close()])
}

const pictures = frames.map(({ picture }) => picture)
const clip = sharp(pictures, { join: { animated: true } })
await clip
  .webp({ delay: frames.map(({ ms }) => ms), loop: 0, quality: 80, effort: 6 })
  .toFile(`${import.meta.dirname}/../docs/demo.webp`)
console.log(`docs/demo.webp: ${frames.reduce((sum, { ms }) => sum + ms, 0) / 1_000} s`)
