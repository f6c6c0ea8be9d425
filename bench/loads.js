import { trace, workBetween } from './trace.js'

const rounds = 7
/** Between two contenders' scripts. */
const turnMs = 150
/** By then an SDK has asked for its settings and written what it writes. */
const settledMs = 1_500

/**
 * What a script costs before anything is tracked: fetched, compiled, run, and whatever it does then. It is put into a page
 * that has come to rest, so that nothing else is measured.
 *
 * @param {import('playwright').Browser} browser
 * @param {{ url: string }} site
 * @param {string[]} ids
 */
export async function measureLoads(browser, site, ids) {
  /** @type {number[][]} */
  const work = []
  for (let round = 0; round <= rounds; round++) work.push(await loadAll(browser, site, ids))
  const [, ...measured] = work // the first warms the browser up
  const result = []
  for (const [index, id] of ids.entries()) {
    const counts = await countLoad(browser, site, id)
    result.push({ id, work: measured.map(each => each[index] ?? NaN), ...counts })
  }
  return result
}

/**
 * @param {import('playwright').Browser} browser
 * @param {{ url: string }} site
 * @param {string[]} ids
 */
async function loadAll(browser, site, ids) {
  const pages = await Promise.all(ids.map(() => browser.newContext().then(context => context.newPage())))
  for (const page of pages) await page.goto(`${site.url}/page/empty`)
  const events = await trace(browser, ['blink.user_timing'], async () => {
    const begin = Date.now() + 1000
    await Promise.all(
      pages.map((page, index) =>
        page.evaluate(loadScript, { id: ids[index] ?? '', at: begin + index * turnMs, settledMs }),
      ),
    )
  })
  for (const page of pages) await page.context().close()
  return ids.map(id => workBetween(events, `page ${id}`, 'load')[0] ?? NaN)
}

/**
 * Runs in the page.
 *
 * @param {{ id: string, at: number, settledMs: number }} plan
 */
async function loadScript({ id, at, settledMs }) {
  performance.mark(`page ${id}`)
  const script = Object.assign(document.createElement('script'), { type: 'module', src: `/script/${id}` })
  await new Promise(resolve => setTimeout(resolve, at - Date.now()))
  performance.mark('load')
  document.head.append(script)
  await new Promise(resolve => setTimeout(resolve, settledMs))
  performance.mark('load')
}

/**
 * Counts what a page does, exactly, on another load than the timed ones.
 *
 * @param {import('playwright').Browser} browser
 * @param {{ url: string }} site
 * @param {string} id
 */
async function countLoad(browser, site, id) {
  const context = await browser.newContext()
  await context.addInitScript(countCalls)
  const page = await context.newPage()
  /** @type {import('playwright').Request[]} */
  const requests = []
  page.on('request', request => requests.push(request))
  await page.goto(`${site.url}/page/${id}`)
  await page.waitForTimeout(settledMs)
  const [, , ...own] = requests // after the page and its script
  let bytes = 0
  for (const request of own) {
    const { requestBodySize, requestHeadersSize, responseBodySize, responseHeadersSize } =
      await request.sizes()
    bytes += requestBodySize + requestHeadersSize + responseBodySize + responseHeadersSize
  }
  /** @type {Record<'cookies' | 'storage' | 'timers' | 'listeners', number>} */
  const calls = await page.evaluate(() => Object(window).calls)
  await context.close()
  return { requests: own.length, bytes, ...calls }
}

/** Runs in the page, before its own scripts. */
function countCalls() {
  const calls = { cookies: 0, storage: 0, timers: 0, listeners: 0 }
  Object.assign(window, { calls })
  /**
   * @param {object} owner
   * @param {string} name
   * @param {keyof typeof calls} kind
   */
  function count(owner, name, kind) {
    const method = Object(owner)[name]
    Object.assign(owner, {
      /** @this {unknown} */
      [name](/** @type {unknown[]} */ ...args) {
        calls[kind]++
        return method.apply(this, args)
      },
    })
  }
  count(window, 'setTimeout', 'timers')
  count(window, 'setInterval', 'timers')
  count(EventTarget.prototype, 'addEventListener', 'listeners')
  count(Storage.prototype, 'setItem', 'storage')
  count(Storage.prototype, 'removeItem', 'storage')
  count(IDBFactory.prototype, 'open', 'storage')
  const { get, set } = Object(Object.getOwnPropertyDescriptor(Document.prototype, 'cookie'))
  Object.defineProperty(document, 'cookie', {
    get: () => get.call(document),
    set(value) {
      calls.cookies++
      set.call(document, value)
    },
  })
}
