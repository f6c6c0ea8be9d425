import { loadavg } from 'node:os'
import { launchBrowser } from './browser.js'
import { bundle } from './bundle.js'
import { contenders } from './contenders.js'
import { measureDrains } from './drains.js'
import { measureHeaps } from './heap.js'
import { measureLoads } from './loads.js'
import { measureKnocking, measureRecoveries } from './outages.js'
import { measureQueue } from './queue/measure.js'
import { measureRelay } from './relay.js'
import { measureRelayBodies } from './relay-bodies.js'
import { measureRenders } from './renders.js'
import { openSite } from './site.js'
import { measureSizes } from './sizes.js'
import { measureVisits } from './visits.js'

/** @typedef {Awaited<ReturnType<typeof measure>>} Measured */

const idsOf = (/** @type {(contender: import('./contenders.js').Contender) => boolean} */ which) =>
  contenders.filter(which).map(({ id }) => id)

/** Everything in one run, one after the other. */
export async function measure() {
  const [busy = 0] = loadavg()
  const ids = idsOf(() => true)
  const sdks = idsOf(({ kind }) => kind === 'SDK')
  const ours = idsOf(({ kind }) => kind === 'ours')
  const rest = idsOf(({ kind }) => kind !== 'ours')

  const sizes = await step('bytes', measureSizes)
  const relay = await step('relay', measureRelay)
  const relayBodies = await step('bodies', measureRelayBodies)
  const queue = await step('queue', measureQueue)
  const site = await openSite(await buildPages())
  const browser = await launchBrowser()
  const loads = await step('load', () => measureLoads(browser, site, ids))
  const visits = await step('events', () => measureVisits(browser, site, ids))
  const drains = await step('drain', () => measureDrains(browser, site, sdks))
  const recoveries = await step('outages', () => measureRecoveries(browser, site))
  const knocking = await step('knocking', () => measureKnocking(browser, site))
  const renders = await step('renders', () => measureRenders(browser, site, ids))
  const heaps = await step('heap', () => measureHeaps(browser, site, [ours, rest]))
  const chromium = browser.version()
  await browser.close()
  site.close()
  return {
    sizes,
    loads,
    visits,
    drains,
    recoveries,
    knocking,
    renders,
    heaps,
    relay,
    relayBodies,
    queue,
    chromium,
    busy,
  }
}

/**
 * @template Result
 * @param {string} name
 * @param {() => Promise<Result>} work
 */
async function step(name, work) {
  const started = performance.now()
  const result = await work()
  console.error(`${name}: measured in ${Math.round((performance.now() - started) / 1000)} s`)
  return result
}

/** For each contender a page that tracks, and one with many components around. */
async function buildPages() {
  /** @type {Record<string, string>} */
  const scripts = { empty: '' }
  for (const { id, module } of contenders) {
    scripts[id] = await bundle(
      `import { drive } from './page.js'; import * as contender from './${module}'; drive(contender)`,
    )
    scripts[`big-${id}`] = await bundle(
      `import { renderBigPage } from './big-page.jsx'; import * as contender from './${module}'; renderBigPage(500, contender)`,
    )
  }
  return scripts
}
