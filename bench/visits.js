import { median } from './median.js'
import { trace, workBetween } from './trace.js'

/** Between two contenders' turns: long enough for the fastest to deliver what they track before the next one's. */
const turnMs = 250
const rounds = 9
/** By then all pages are open and at rest. */
const openMs = 8_000

/**
 * One round, as orders tracked in each cycle: nothing, so that a page is its own baseline; one alone; a burst; and after
 * each time enough for those that collect events for some seconds.
 */
const idle = [0, 0]
const single = [1, 1, 1, 1, 1, 1]
const burst = [10, 10, 10]
/** By then timers of ten seconds are over, too: `AbortSignal.timeout`, and our own locks. They would pass for a page at rest. */
const rest = [0, 0, 0, 0, 0, 0]
const round = [...idle, ...single, 0, 0, ...burst, ...rest]
const warmUp = [1, 10, ...rest]
const cycles = [...warmUp, ...Array.from({ length: rounds }, () => round).flat()]

/**
 * Every contender's page is open at once, and they take turns: each turn comes after a pause of two seconds and more, and
 * at nearly the same time as everybody else's.
 *
 * Nothing drives these pages, each finds its plan in its address: a page that Playwright watches spends a quarter of a
 * millisecond more on each request, to tell of it.
 *
 * @param {import('playwright').Browser} browser
 * @param {import('./site.js').Site} site
 * @param {string[]} ids
 */
export async function measureVisits(browser, site, ids) {
  const session = await browser.newBrowserCDPSession()
  /** @type {string[]} */
  const visitors = []
  const events = await trace(browser, ['blink.user_timing'], async () => {
    const begin = Date.now() + openMs
    const every = ids.length * turnMs
    const end = begin + (cycles.length + 10) * every
    for (const [index, id] of ids.entries()) {
      const plan = { page: id, prefix: prefixOf(id), begin: begin + index * turnMs, every, cycles }
      const { browserContextId } = await session.send('Target.createBrowserContext')
      visitors.push(browserContextId)
      const url = `${site.url}/page/${id}#${encodeURIComponent(JSON.stringify(plan))}`
      await session.send('Target.createTarget', { url, browserContextId })
    }
    while (site.reports.size < ids.length && Date.now() < end) {
      await new Promise(resolve => setTimeout(resolve, 500))
    }
  })
  for (const browserContextId of visitors) {
    await session.send('Target.disposeBrowserContext', { browserContextId })
  }
  await session.detach()

  const tracked = cycles.reduce((sum, count) => sum + count, 0)
  return ids.map(id => {
    const delivered = [...site.arrived.keys()].filter(order => order.startsWith(`${prefixOf(id)}_`)).length
    if (delivered !== tracked) throw new Error(`${id}: ${delivered} of ${tracked} orders arrived.`)
    const held = site.reports.get(id)
    if (!held) throw new Error(`${id}: its page did not report.`)
    return { id, ...byRound(held, workBetween(events, `page ${id}`, 'cycle')) }
  })
}

const prefixOf = (/** @type {string} */ id) => `bench_${id.replace(/\W/g, '')}`

/**
 * @param {number[]} held for how long the calls of each cycle held the thread
 * @param {number[]} work of the thread in each cycle
 */
function byRound(held, work) {
  const starts = Array.from({ length: rounds }, (_, index) => warmUp.length + index * round.length)
  const sum = (/** @type {number[]} */ numbers) => numbers.reduce((a, b) => a + b, 0)
  // The median, so that a garbage collection in one of them does not count against all events.
  const idleWork = median(starts.flatMap(start => work.slice(start, start + idle.length)))

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
