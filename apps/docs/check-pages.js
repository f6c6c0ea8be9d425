import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { chromium } from 'playwright'
import { serve } from 'vitepress'
import { chromiumLaunchOptions } from '../../e2e/chromium.js'

// What axe finds on each kind of page, on a phone and on a desktop, in light and dark. Needs a built site.

const pages = [
  '/',
  '/concepts',
  '/orders',
  '/nextjs',
  '/start/vite',
  '/doctor',
  '/recipes/medusa',
  '/troubleshooting',
  '/errors',
  '/reference/ometria-react',
  '/reference/ometria-headless',
  '/packages/mock',
  '/decisions/outages',
  '/costs',
]
const viewports = [
  { width: 390, height: 844 },
  { width: 1280, height: 800 },
]
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const port = 4179
const { server } = await serve({ root: import.meta.dirname, port })
const browser = await chromium.launch(await chromiumLaunchOptions())
const faults = []
let looks = 0
try {
  for (const viewport of viewports) {
    for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
      const context = await browser.newContext({ viewport, colorScheme, reducedMotion: 'reduce' })
      const page = await context.newPage()
      for (const path of pages) {
        await page.goto(`http://localhost:${port}${path}`)
        faults.push(...(await faultsOf(page, `${path} at ${viewport.width} px, ${colorScheme}`)))
      }
      await page.keyboard.press('Control+k')
      await page.getByRole('searchbox').fill('consent')
      await page.getByRole('option').first().waitFor()
      faults.push(
        // VitePress's own: a result is an option with a link in it, named without its excerpt.
        ...(await faultsOf(page, `search at ${viewport.width} px, ${colorScheme}`, [
          'label-content-name-mismatch',
          'nested-interactive',
        ])),
      )
      await context.close()
    }
  }
} finally {
  await browser.close()
  server?.close()
}

for (const fault of faults) console.error(fault)
console.log(`axe looked ${looks} times and found ${faults.length} faults.`)
process.exit(faults.length > 0 ? 1 : 0)

/**
 * @param {import('playwright').Page} page
 * @param {string} where
 * @param {string[]} without rules that are not asked
 */
async function faultsOf(page, where, without = []) {
  looks++
  await page.evaluate(axe)
  const { violations } = await page.evaluate(
    rules => Reflect.get(window, 'axe').run({ rules }),
    Object.fromEntries(without.map(id => [id, { enabled: false }])),
  )
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  return [
    ...(wide > 0 ? [`${where}: the page is ${wide} px too wide`] : []),
    ...violations.flatMap((/** @type {import('axe-core').Result} */ { id, nodes }) =>
      nodes.map(
        ({ target, failureSummary }) =>
          `${where}: ${id}: ${target}: ${failureSummary?.replaceAll('\n', ' ')}`,
      ),
    ),
  ]
}
