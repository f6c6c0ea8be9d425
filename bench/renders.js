const tracked = 100
/** By then the SDKs that collect events have sent them, and told their callers. */
const settledMs = 8_000

/**
 * How often the components of a React page render because of what is tracked.
 *
 * @param {import('playwright').Browser} browser
 * @param {import('./site.js').Site} site
 * @param {string[]} ids
 */
export function measureRenders(browser, site, ids) {
  return Promise.all(
    ids.map(async id => {
      const context = await browser.newContext()
      const page = await context.newPage()
      await page.goto(`${site.url}/page/big-${id}`)
      const prefix = `bench_renders${id.replace(/\W/g, '')}`
      await page.evaluate(({ prefix, tracked }) => window.bigPage.trackOneByOne(prefix, tracked), {
        prefix,
        tracked,
      })
      await page.waitForTimeout(settledMs)
      const renders = await page.evaluate(() => window.bigPage.renders)
      await context.close()
      const arrived = site.countArrived(prefix)
      if (arrived !== tracked) throw new Error(`${id}: ${arrived} of ${tracked} orders arrived.`)
      return { id, ...renders }
    }),
  )
}
