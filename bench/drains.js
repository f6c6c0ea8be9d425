import { trace } from './trace.js'

const sizes = [10, 100, 1_000]
const rounds = 3
const floorSize = 100
/** For those that collect events before they try to send them. */
const offlineMs = 5_000
/** What has not arrived by then is lost, or waits for yet another page. */
const patienceMs = 15_000

/**
 * How what waited goes out: orders tracked while the visitor was offline, and the next page, online, which tracks one more.
 *
 * Ours and the floor (as many fetches, each awaited) are measured alone, in turns; the SDKs once, many at a time: how much
 * of it arrived is a count, and their work is read off the CPU clocks of their own threads.
 *
 * @param {import('playwright').Browser} browser
 * @param {import('./site.js').Site} site
 * @param {string[]} sdks
 */
export async function measureDrains(browser, site, sdks) {
  const drained = []
  const plans = Array.from({ length: rounds }, () => plansFor(['ometria-headless'])).flat()
  for (const visitor of await leaveWaiting(browser, site, plans)) {
    drained.push(...(await drain(browser, site, [visitor])))
    if (visitor.size === floorSize) drained.push(await fetchOneByOne(browser, site))
  }
  const visitors = await leaveWaiting(browser, site, plansFor(sdks))
  for (const together of [[10, 100], [1_000]]) {
    const due = visitors.filter(({ size }) => together.includes(size))
    drained.push(...(await drain(browser, site, due)))
  }
  return drained
}

const plansFor = (/** @type {string[]} */ ids) => sizes.flatMap(size => ids.map(id => ({ id, size })))

let made = 0

/**
 * Visitors whose last page tracked while they were offline.
 *
 * @param {import('playwright').Browser} browser
 * @param {import('./site.js').Site} site
 * @param {{ id: string, size: number }[]} plans
 */
async function leaveWaiting(browser, site, plans) {
  const visitors = await Promise.all(
    plans.map(async ({ id, size }) => {
      const context = await browser.newContext()
      const page = await context.newPage()
      await page.goto(`${site.url}/page/${id}`)
      return { id, size, context, page, prefix: `bench_waiting${made++}` }
    }),
  )
  // Those that ask for settings first have them by now.
  await new Promise(resolve => setTimeout(resolve, 500))
  await Promise.all(
    visitors.map(async ({ context, page, prefix, size }) => {
      await context.setOffline(true)
      await page.evaluate(({ prefix, size }) => window.bench.trackNow(prefix, size), { prefix, size })
    }),
  )
  await new Promise(resolve => setTimeout(resolve, offlineMs))
  await Promise.all(
    visitors.map(async ({ context, page }) => {
      // As a shopper closes a tab. Where a page goes elsewhere instead, the emulation is online again too soon.
      const closed = page.waitForEvent('close')
      await page.close({ runBeforeUnload: true })
      await closed
      await context.setOffline(false)
    }),
  )
  return visitors
}

/**
 * @param {import('playwright').Browser} browser
 * @param {import('./site.js').Site} site
 * @param {Awaited<ReturnType<typeof leaveWaiting>>} visitors
 */
async function drain(browser, site, visitors) {
  const times = (/** @type {string} */ prefix) =>
    [...site.arrived].filter(([id]) => id.startsWith(`${prefix}_`)).map(([, at]) => at)
  const events = await trace(browser, ['toplevel', 'blink.user_timing'], async () => {
    for (const { id, context, prefix } of visitors) {
      const page = await context.newPage()
      await page.goto(`${site.url}/page/${id}`)
      await page.evaluate(name => {
        performance.mark(name)
        window.bench.trackNow('bench_next', 1)
      }, prefix)
    }
    const end = performance.now() + patienceMs
    while (performance.now() < end && visitors.some(({ prefix, size }) => site.countArrived(prefix) < size)) {
      await new Promise(resolve => setTimeout(resolve, 50))
    }
  })
  for (const { context } of visitors) await context.close()
  return visitors.map(({ id, size, prefix }) => {
    const all = times(prefix)
    return {
      id,
      size,
      delivered: all.length,
      perEvent: (Math.max(...all) - Math.min(...all)) / (all.length - 1),
      longestTask: longestTask(events, prefix),
    }
  })
}

/**
 * The longest task of a page's main thread after its script ran, in ms of its CPU clock.
 *
 * @param {import('./trace.js').TraceEvent[]} events
 * @param {string} mark that no other page has
 */
function longestTask(events, mark) {
  const { pid, tid } = Object(events.find(({ name }) => name === mark))
  const own = events.filter(event => event.pid === pid && event.tid === tid)
  const { ts: from } = Object(own.find(({ name }) => name === 'started'))
  const tasks = own.filter(
    ({ name, ph, ts }) => name === 'ThreadControllerImpl::RunTask' && ph === 'X' && ts > from,
  )
  return tasks.reduce((longest, { tdur = 0 }) => Math.max(longest, tdur / 1000), 0)
}

/**
 * The floor: orders posted by bare fetches, each when the one before was answered; how long one takes, in ms.
 *
 * @param {import('playwright').Browser} browser
 * @param {import('./site.js').Site} site
 */
async function fetchOneByOne(browser, site) {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(`${site.url}/page/fetch`)
  const perEvent = await page.evaluate(size => window.bench.fetchOneByOne(size), floorSize)
  await context.close()
  return { id: 'fetch', size: floorSize, delivered: floorSize, perEvent, longestTask: NaN }
}
