import { order } from './order.js'

/** By the clock that all pages share. */
const until = (/** @type {number} */ at) => new Promise(resolve => setTimeout(resolve, at - Date.now()))

/**
 * What the bench drives a page with.
 *
 * @param {{ start(): unknown, track(order: object): unknown }} contender
 */
export function drive({ start, track }) {
  let tracked = 0
  const orders = (/** @type {string} */ prefix, /** @type {number} */ count) =>
    Array.from({ length: count }, () => order(`${prefix}_${tracked++}`))

  /** Tracks so many orders in this task. */
  function trackNow(/** @type {string} */ prefix, /** @type {number} */ count) {
    for (const each of orders(prefix, count)) track(each)
  }

  /**
   * Tracks so many orders in each cycle, and reports for how long each cycle's calls held the main thread, in ms. What
   * else the thread does between two marks is for the trace to tell.
   *
   * @param {{ page: string, prefix: string, begin: number, every: number, cycles: number[] }} visit
   */
  async function visit({ page, prefix, begin, every, cycles }) {
    performance.mark(`page ${page}`)
    const held = []
    for (const [index, count] of cycles.entries()) {
      const all = orders(prefix, count)
      await until(begin + index * every)
      performance.mark('cycle')
      const started = performance.now()
      for (const each of all) track(each)
      held.push(performance.now() - started)
    }
    await until(begin + cycles.length * every)
    performance.mark('cycle')
    await fetch(`/report/${page}`, { method: 'POST', body: JSON.stringify(held) })
  }

  /** Sends so many orders, each when the one before was answered; how long one takes, in ms. */
  async function fetchOneByOne(/** @type {number} */ count) {
    const bodies = orders('floor', count).map(each => JSON.stringify(each))
    const started = performance.now()
    for (const body of bodies) await (await fetch('/api/track', { method: 'POST', body })).text()
    return (performance.now() - started) / count
  }

  window.bench = { trackNow, fetchOneByOne }
  const plan = decodeURIComponent(location.hash.slice(1))
  // No SDK is to send it along.
  if (plan) history.replaceState(null, '', location.pathname)
  start()
  performance.mark('started')
  if (plan) void visit(JSON.parse(plan))
}
