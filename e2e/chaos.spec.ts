import { setTimeout as pause } from 'node:timers/promises'
import type { BrowserContext, Page } from 'playwright'
import { describe, expect, test } from 'vitest'
import { arrivals, chance, faults, noteCuts, readCuts } from './chaos.js'
import { added, placed } from './events.js'
import { setStage, track } from './stage.js'

const stage = setStage()
const { mock } = stage

/** `CHAOS_SEEDS=20`, or `pnpm chaos`, plays more of them. */
const seeds = Array.from({ length: Number(process.env.CHAOS_SEEDS ?? 2) }, (_, seed) => seed + 1)
const steps = 60

type Luck = ReturnType<typeof chance>

/** One thing that a shopper, a browser or a server does to a tab. Gives back the tab that is there then. */
async function act(tab: Page, luck: Luck, openTab: () => Promise<Page>): Promise<Page> {
  const end = async (how: (page: Page) => Promise<unknown>) => {
    await how(tab).catch(() => undefined)
    return openTab()
  }
  switch (luck.pick(['reload', 'reload', 'navigate', 'navigate', 'close', 'crash', 'nothing', 'nothing'])) {
    case 'reload':
      await tab.reload()
      return tab
    case 'navigate': {
      const shop = tab.url()
      await tab.goto(new URL('/elsewhere', shop).href)
      await tab.goto(shop)
      return tab
    }
    case 'close':
      return end(page => Promise.all([page.waitForEvent('close'), page.close({ runBeforeUnload: true })]))
    case 'crash':
      return end(async page => {
        const devtools = await page.context().newCDPSession(page)
        const crashed = page.waitForEvent('crash')
        devtools.send('Page.crash').catch(() => undefined)
        await crashed
        await page.close()
      })
    default:
      return tab
  }
}

/** Four tabs of one visitor, tracking while pages go away and the server fails. Gives back what was tracked. */
async function play(seed: number, visitor: BrowserContext, openTab: () => Promise<Page>) {
  const luck = chance(seed)
  const tabs = await Promise.all([openTab(), openTab(), openTab(), openTab()])
  const tracked = { orders: [] as string[], baskets: [] as string[] }
  for (let step = 0; step < steps; step++) {
    const which = luck.upTo(3)
    const name = `${seed}-${step}`
    if (luck.upTo(3) === 0) mock.faults.push(luck.pick(faults))
    const tab = tabs[which]
    if (!tab) continue
    const events = luck.upTo(1) ? [added(`b${name}`)] : [placed(`o${name}`), added(`b${name}`)]
    await track(tab, events)
    for (const { scope } of events) tracked[scope === 'order' ? 'orders' : 'baskets'].push(name)
    if (luck.upTo(2) === 0) await pause(luck.upTo(120))
    tabs[which] = await act(tab, luck, openTab)
  }
  mock.faults.length = 0
  await Promise.all(tabs.map(tab => tab.close()))
  return { tracked, visitor }
}

describe.each([
  ['to Ometria itself', () => stage.endpoint, false],
  ['through the relay', () => stage.relay, true],
])(
  'four tabs of one visitor, while pages close, crash, reload and leave and the server fails, %s',
  (_, endpoint, isRelay) => {
    test.each(seeds)(
      'seed %i: nothing is lost, and nothing is under two ids',
      { timeout: 120_000 },
      async seed => {
        const visitor = await stage.visitor()
        await visitor.addInitScript(noteCuts)
        const openTab = () => stage.open({ endpoint: endpoint(), timeout: '4000' }, visitor)
        const { tracked } = await play(seed, visitor, openTab)

        const last = await openTab()
        const orders = tracked.orders.map(name => `order o${name}`)
        const baskets = tracked.baskets.map(name => `basket b${name}`)
        await expect
          .poll(() => [...orders, ...(isRelay ? baskets : [])].filter(name => !arrivals(mock).has(name)), {
            timeout: 60_000,
          })
          .toEqual([])
        await expect
          .poll(
            () =>
              last.evaluate(() =>
                Object.keys(localStorage).filter(
                  key =>
                    key.startsWith('ometria|event|') && !localStorage.getItem(key)?.includes('"settled"'),
                ),
              ),
            { timeout: 30_000 },
          )
          .toEqual([])

        const arrived = arrivals(mock)
        const cut = new Set(await last.evaluate(readCuts))
        const ids = [...arrived.values()].map(ids => new Set(ids).size)
        expect(Math.max(...ids)).toBe(1)
        const twice = [...arrived].filter(([, ids]) => ids.length > 1)
        const twiceUncut = twice.filter(([, [id = '']]) => !cut.has(id)).map(([name]) => name)
        if (isRelay) expect(twiceUncut).toEqual([])
        const lost = baskets.filter(name => !arrived.has(name))
        console.log(
          `${isRelay ? 'relay ' : 'direct'} seed ${seed}: ${orders.length} orders, ${baskets.length} baskets; ` +
            `sent twice: ${twice.length}, of these ${twice.length - twiceUncut.length} cut off under way (of ${cut.size}); baskets lost: ${lost.length}`,
        )
        if (isRelay) expect(lost).toEqual([])
      },
    )
  },
)
