import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { arrivals, chance, faults, noteCuts, readCuts } from './chaos.js'
import { engine } from './engine.js'
import type { Tab } from './engines/tab.js'
import { added, placed } from './events.js'
import { queuedRelay } from './queued-relay.js'
import { setStage, track } from './stage.js'

let queued: Awaited<ReturnType<typeof queuedRelay>>
const queue = '/api/queued'
const stage = setStage({ [queue]: (request, response) => queued.listener(request, response) })
const { mock } = stage
beforeAll(async () => {
  queued = await queuedRelay(new URL(stage.endpoint).origin)
}, 120_000)
afterAll(() => queued.close())

/** `CHAOS_SEEDS=20`, or `pnpm chaos`, plays more of them. */
const seeds = Array.from({ length: Number(process.env.CHAOS_SEEDS ?? 1) }, (_, seed) => seed + 1)
const steps = 60
const { 'crash one tab': noCrash } = engine.cannot
const deaths = noCrash ? `(no crash: ${noCrash}) ` : 'crash, '

type Luck = ReturnType<typeof chance>

/** One thing that a shopper, a browser or a server does to a tab. Gives back the tab that is there then. */
async function act(tab: Tab, luck: Luck, openTab: () => Promise<Tab>): Promise<Tab> {
  switch (luck.pick(['reload', 'reload', 'navigate', 'navigate', 'close', 'crash', 'nothing', 'nothing'])) {
    case 'reload':
      await tab.reload()
      return tab
    case 'navigate': {
      const shop = await tab.url()
      await tab.goto(new URL('/elsewhere', shop).href)
      await tab.goto(shop)
      return tab
    }
    case 'close':
      await tab.close()
      return openTab()
    case 'crash':
      await (noCrash ? tab.close() : tab.crash())
      return openTab()
    default:
      return tab
  }
}

/** Four tabs of one visitor, tracking while pages go away and the server fails. Gives back what was tracked. */
async function play(seed: number, openTab: () => Promise<Tab>) {
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
  return tracked
}

const names = (scope: 'order' | 'basket', tracked: string[]) =>
  tracked.map(name => `${scope} ${scope[0]}${name}`)

/** The keys of what still waits in this browser: claims are no entries. */
const waiting = () =>
  Object.entries(localStorage).filter(
    ([key, value]) => key.startsWith('ometria|event|') && !value.includes('"settled"'),
  ).length

/** `once`: what arrives once, besides orders under one id, which is promised everywhere. */
const ways = [
  { name: 'to Ometria itself', endpoint: () => stage.endpoint, once: 'nothing more' },
  { name: 'through the relay', endpoint: () => stage.relay, once: 'all that was not cut off' },
  { name: 'through the relay with a queue', endpoint: () => queue, once: 'all' },
]

describe.each(ways)(
  `four tabs of one visitor, while pages close, ${deaths} reload and leave and the server fails, $name`,
  ({ name, endpoint, once }) => {
    test.each(seeds)(
      'seed %i: nothing that is promised is lost, or sent twice',
      { timeout: 240_000 },
      async seed => {
        const visitor = await stage.visitor()
        await visitor.addInitScript(noteCuts)
        const openTab = () => stage.open({ endpoint: endpoint(), timeout: '4000' }, visitor)
        const tracked = await play(seed, openTab)

        const last = await openTab()
        const orders = names('order', tracked.orders)
        const baskets = names('basket', tracked.baskets)
        const promised = once === 'nothing more' ? orders : [...orders, ...baskets]
        const missing = () => promised.filter(name => !arrivals(mock).has(name))
        await expect.poll(missing, { timeout: 120_000 }).toEqual([])
        await expect.poll(() => last.evaluate(waiting), { timeout: 30_000 }).toBe(0)

        const arrived = arrivals(mock)
        expect(Math.max(...[...arrived.values()].map(ids => new Set(ids).size))).toBe(1)
        const cut = new Set(await last.evaluate(readCuts))
        const twice = [...arrived].filter(([, ids]) => ids.length > 1)
        const twiceUncut = twice.filter(([, [id = '']]) => !cut.has(id))
        console.log(
          `${name}, seed ${seed}: ${orders.length} orders, ${baskets.length} baskets; baskets lost: ${baskets.filter(name => !arrived.has(name)).length}; ` +
            `sent twice: ${twice.length}, of these ${twice.length - twiceUncut.length} cut off under way (of ${cut.size} cut off)`,
        )
        if (once === 'all that was not cut off') expect(twiceUncut).toEqual([])
        if (once === 'all') expect(twice).toEqual([])
      },
    )
  },
)
