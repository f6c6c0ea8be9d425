import { trace, workBetween } from './trace.js'

/** Between two contenders' turns: long enough for the fastest to deliver what they track before the next one's. */
const turnMs = 250
const rounds = 5

/**
 * One round, as orders tracked in each cycle: nothing, so that a page is its own baseline; one alone; a burst; and after
 * each time enough for those that collect events for some seconds.
 */
const idle = [0, 0]
const single = [1, 1, 1, 1, 1, 1]
const burst = [10, 10, 10]
const round = [...idle, ...single, 0, 0, ...burst, 0, 0]
const warmUp = [1, 10, 0, 0]
const cycles = [...warmUp, ...Array.from({ length: rounds }, () => round).flat()]

/**
 * Every contender's page is open at once, and they take turns: each turn comes after a pause of two seconds and more, and
 * at nearly the same time as everybody else's.
 *
 * @param {import('playwright').Browser} browser
 * @param {import('./site.js').Site} site
 * @param {string[]} ids
 */
export async function measureVisits(browser, site, ids) {
  const pages = await Promise.all(ids.map(id => openPage(browser, site, id)))
  /** @type {number[][]} */
  let held = []
  const events = await trace(browser, ['blink.user_timing'], async () => {
    const begin = Date.now() + 1000
    const every = ids.length * turnMs
    held = await Promise.all(
      pages.map(({ page, id, prefix }, index) =>
        page.evaluate(
          async ({ id, ...plan }) => {
            performance.mark(`page ${id}`)
            return window.bench.visit(plan)
          },
          { id, prefix, begin: begin + index * turnMs, every, cycles },
        ),
      ),
    )
  })
  await Promise.all(pages.map(({ page }) => page.context().close()))

  const tracked = cycles.reduce((sum, count) => sum + count, 0)
  return pages.map(({ id, prefix }, index) => {
    const delivered = [...site.arrived.keys()].filter(order => order.startsWith(`${prefix}_`)).length
    if (delivered !== tracked) throw new Error(`${id}: ${delivered} of ${tracked} orders arrived.`)
    return { id, ...byRound(held[index] ?? [], workBetween(events, `page ${id}`, 'cycle')) }
  })
}

/**
 * @param {number[]} held for how long the calls of each cycle held the thread
 * @param {number[]} work of the thread in each cycle
 */
function byRound(held, work) {
  const starts = Array.from({ length: rounds }, (_, index) => warmUp.length + index * round.length)
  const sum = (/** @type {number[]} */ numbers) => numbers.reduce((a, b) => a + b, 0)
  const idleWork =
    sum(starts.flatMap(start => work.slice(start, start + idle.length))) / (rounds * idle.length)

  /** What one event takes: of its call, cycle by cycle; and of the thread in all, round by round. */
  function perEvent(/** @type {number[]} */ section, /** @type {number} */ offset) {
    const windows = section.length + 2
    const events = sum(section)
    return {
      call: starts.flatMap(start =>
        section.map((count, index) => (held[start + offset + index] ?? NaN) / count),
      ),
      work: starts.map(start => {
        const at = start + offset
        return (sum(work.slice(at, at + windows)) - idleWork * windows) / events
      }),
    }
  }
  return {
    idleWork,
    single: perEvent(single, idle.length),
    burst: perEvent(burst, idle.length + single.length + 2),
  }
}

/**
 * @param {import('playwright').Browser} browser
 * @param {{ url: string }} site
 * @param {string} id
 */
async function openPage(browser, site, id) {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(`${site.url}/page/${id}`)
  return { id, page, prefix: `bench_${id.replace(/\W/g, '')}` }
}
