/** Tracked and delivered before the first look. */
const few = 100
const many = 10_000
const batch = 100
/** What has not arrived by then is left out of the account. */
const patienceMs = 45_000

/**
 * How the heap grows with what was tracked and delivered: a leak shows.
 *
 * @param {import('playwright').Browser} browser
 * @param {import('./site.js').Site} site
 * @param {string[][]} groups of contenders that share the machine
 */
export async function measureHeaps(browser, site, groups) {
  const all = []
  for (const ids of groups) all.push(...(await Promise.all(ids.map(id => measureHeap(browser, site, id)))))
  return all
}

/**
 * @param {import('playwright').Browser} browser
 * @param {import('./site.js').Site} site
 * @param {string} id
 */
async function measureHeap(browser, site, id) {
  const context = await browser.newContext()
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await page.goto(`${site.url}/page/${id}`)
  // What the browser notes of each request is no contender's.
  await page.evaluate(() => performance.setResourceTimingBufferSize(0))
  const prefix = `bench_heap${id.replace(/\W/g, '')}`
  const end = performance.now() + patienceMs

  /** Tracks until so many have arrived. */
  async function trackUntil(/** @type {number} */ count) {
    for (
      let tracked = site.countArrived(prefix);
      tracked < count && performance.now() < end;
      tracked += batch
    ) {
      await page.evaluate(({ prefix, batch }) => window.bench.trackNow(prefix, batch), { prefix, batch })
      while (site.countArrived(prefix) < tracked + batch && performance.now() < end)
        await page.waitForTimeout(20)
    }
    // The last answers are on their way.
    await page.waitForTimeout(500)
  }

  async function usedBytes() {
    await session.send('HeapProfiler.collectGarbage')
    const { usedSize } = await session.send('Runtime.getHeapUsage')
    return usedSize
  }

  await trackUntil(few)
  const before = await usedBytes()
  await trackUntil(many)
  const after = await usedBytes()
  await context.close()
  return { id, delivered: site.countArrived(prefix), before, after }
}
