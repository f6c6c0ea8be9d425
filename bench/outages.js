/** For how long the server answers 500, and how often: the long one is expensive, and all runs of one length go side by side. */
const outages = [
  { seconds: 3, runs: 20 },
  { seconds: 60, runs: 20 },
]
const waiting = 5
const patienceMs = 180_000

/**
 * How long it takes until the last of five orders has arrived, that were tracked as an outage began, in seconds. Each run is
 * a visitor of its own: their backoffs are random, and know nothing of each other.
 *
 * @param {import('playwright').Browser} browser
 * @param {import('./site.js').Site} site
 */
export async function measureRecoveries(browser, site) {
  const recoveries = []
  for (const { seconds, runs } of outages) {
    const visitors = await Promise.all(Array.from({ length: runs }, () => visit(browser, site)))
    site.failWith(500)
    const started = performance.now()
    const prefixes = visitors.map((_, run) => `bench_outage${seconds}s${run}`)
    await Promise.all(visitors.map(({ page }, run) => track(page, prefixes[run] ?? '', waiting)))
    await untilTime(started + seconds * 1_000)
    site.failWith(undefined)
    await untilTrue(() => prefixes.every(prefix => site.countArrived(prefix) === waiting))
    const took = prefixes.map(prefix => (lastArrival(site, prefix) - started) / 1_000)
    recoveries.push({ seconds, took })
    for (const { context } of visitors) await context.close()
  }
  return recoveries
}

/**
 * How many requests a page makes in the ten seconds after it was opened, with 200 events waiting and a server that answers 503.
 *
 * @param {import('playwright').Browser} browser
 * @param {import('./site.js').Site} site
 */
export async function measureKnocking(browser, site) {
  const { context, page } = await visit(browser, site)
  site.failWith(503)
  await track(page, 'bench_knocking', 200)
  const before = site.countFailed()
  // By two failures the page knows that the server is down, and hands over nothing as it is closed.
  await untilTrue(() => site.countFailed() > before + 1)
  await page.close()
  const asked = site.countFailed()
  await (await context.newPage()).goto(`${site.url}/page/ometria-headless`)
  await untilTime(performance.now() + 10_000)
  const requests = site.countFailed() - asked
  site.failWith(undefined)
  await context.close()
  return requests
}

/**
 * @param {import('playwright').Browser} browser
 * @param {import('./site.js').Site} site
 */
async function visit(browser, site) {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(`${site.url}/page/ometria-headless`)
  return { context, page }
}

/**
 * @param {import('playwright').Page} page
 * @param {string} prefix
 * @param {number} count
 */
const track = (page, prefix, count) =>
  page.evaluate(({ prefix, count }) => window.bench.trackNow(prefix, count), { prefix, count })

/**
 * @param {import('./site.js').Site} site
 * @param {string} prefix
 */
const lastArrival = (site, prefix) =>
  Math.max(...[...site.arrived].filter(([id]) => id.startsWith(`${prefix}_`)).map(([, at]) => at))

/** @param {number} at by `performance.now()` */
const untilTime = at => new Promise(resolve => setTimeout(resolve, at - performance.now()))

/** @param {() => boolean} condition */
async function untilTrue(condition) {
  const end = performance.now() + patienceMs
  while (!condition()) {
    if (performance.now() > end) throw new Error(`not within ${patienceMs} ms: ${condition}`)
    await untilTime(performance.now() + 20)
  }
}
