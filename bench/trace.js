/**
 * One event of a Chromium trace: where, when, and how long, in µs; `tts` and `tdur` by the thread's own CPU clock.
 *
 * @typedef {{ name: string, ph: string, pid: number, tid: number, ts: number, tts?: number, dur?: number, tdur?: number }} TraceEvent
 */

/**
 * Records what all pages do meanwhile.
 *
 * @param {import('playwright').Browser} browser
 * @param {string[]} categories
 * @param {() => Promise<void>} meanwhile
 * @returns {Promise<TraceEvent[]>}
 */
export async function trace(browser, categories, meanwhile) {
  const session = await browser.newBrowserCDPSession()
  /** @type {TraceEvent[]} */
  const events = []
  // The protocol types what it collects as plain objects.
  session.on('Tracing.dataCollected', ({ value }) => events.push(.../** @type {any[]} */ (value)))
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: {
      recordMode: 'recordAsMuchAsPossible',
      includedCategories: categories,
      excludedCategories: ['*'],
    },
  })
  await meanwhile()
  const complete = new Promise(resolve => session.once('Tracing.tracingComplete', resolve))
  await session.send('Tracing.end')
  await complete
  await session.detach()
  return events.sort((a, b) => a.ts - b.ts)
}

/**
 * For how long a page's main thread was at work between its marks, in ms: by the CPU clock of that thread, which stands
 * still while another process has the core.
 *
 * @param {TraceEvent[]} events of category `blink.user_timing`
 * @param {string} page a mark that no other page has
 * @param {string} name
 */
export function workBetween(events, page, name) {
  const pid = events.find(event => event.name === page)?.pid
  const at = events.filter(event => event.pid === pid && event.name === name).map(({ tts = NaN }) => tts)
  return at.slice(1).map((tts, index) => (tts - (at[index] ?? NaN)) / 1000)
}
