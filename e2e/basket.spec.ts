import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { type Tab, until } from './engines/tab.js'
import { setStage } from './stage.js'

/**
 * The shop's server: one more of `a`, and back to the page that asked. Its address changes with that, since Firefox keeps no
 * history of a form that leads to the address that it was sent from.
 */
function addOne(request: IncomingMessage, response: ServerResponse) {
  const [, count = '0'] = /basket=a:(\d+)/.exec(request.headers.cookie ?? '') ?? []
  const back = new URL(request.headers.referer ?? '')
  back.searchParams.set('basket', String(Number(count) + 1))
  request.resume()
  response.writeHead(303, {
    'set-cookie': `basket=a:${Number(count) + 1}; Path=/`,
    location: back.href,
  })
  response.end()
}

const stage = setStage({ '/basket/add': addOne })
const { mock } = stage

const add = (page: Tab) => page.click('button', 'Add')
const expectShown = (page: Tab, basket: string) => page.waitForText(basket)

const changes = () => mock.events.map(({ action, data }) => `${action} ${data.product_id} ${data.quantity}`)

/** Until the basket was looked at: then it stands in storage. */
const looked = (page: Tab, quantity?: number) =>
  page.waitForFunction(
    pair => localStorage.getItem('ometria|basket')?.includes(pair),
    quantity === undefined ? '[]' : `["a",${quantity}]`,
  )

/** When nobody has a turn any more: what is there by then is all. */
async function quiet(page: Tab) {
  for (let round = 0; round < 2; round++) {
    await pause(50)
    const isQuiet = async () => {
      const { held = [], pending = [] } = await navigator.locks.query()
      return held.length + pending.length === 0
    }
    await until('nobody has a turn', () => page.evaluate(isQuiet))
  }
}

describe('a basket that a form changes, with a full page load', () => {
  const query = { scene: 'served basket' }

  test('counts each change once, and no reload', async () => {
    const page = await stage.open(query)
    await looked(page)
    await add(page)
    await expectShown(page, 'a:1')
    await expect.poll(changes).toEqual(['add a 1'])
    for (let n = 0; n < 3; n++) await page.reload()
    await add(page)
    await expectShown(page, 'a:2')
    await expect.poll(changes).toEqual(['add a 1', 'add a 1'])
    await page.goBack()
    await quiet(page)
    expect(changes()).toEqual(['add a 1', 'add a 1'])
  })

  test('counts what changed before the page could look at it', async () => {
    const page = await stage.open(query)
    await looked(page)
    await add(page)
    await expectShown(page, 'a:1')
    await add(page)
    await expectShown(page, 'a:2')
    // A change that was under way when its page went away is sent again under its own id: see docs/delivery.md.
    const byId = () => new Map(mock.events.map(({ request_id, data }) => [request_id, Number(data.quantity)]))
    const sum = () => [...byId().values()].reduce((sum, quantity) => sum + quantity, 0)
    await expect.poll(sum).toBe(2)
    await quiet(page)
    expect(sum()).toBe(2)
  })

  test('is not tracked, nor kept, before consent', async () => {
    const page = await stage.open({ ...query, consent: 'pending' })
    await add(page)
    await expectShown(page, 'a:1')
    await quiet(page)
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([])
    expect(mock.attempts).toEqual([])
  })
})

describe('a basket that tabs share', () => {
  const query = { scene: 'shared basket' }

  test('counts each change once, in whichever tab it was made', async () => {
    const tabs = [await stage.open(query), await stage.open(query), await stage.open(query)]
    const [one, two, three] = tabs as [Tab, Tab, Tab]
    await looked(one)
    for (const [n, tab] of [one, two, three, one].entries()) {
      await add(tab)
      for (const tab of tabs) await expectShown(tab, `a:${n + 1}`)
      await looked(one, n + 1)
    }
    await Promise.all(tabs.map(quiet))
    expect(changes()).toEqual(Array(4).fill('add a 1'))
  })

  test('counts changes in quick succession to the last, whichever tab looks', async () => {
    const [one, two] = [await stage.open(query), await stage.open(query)]
    await looked(one)
    for (let n = 0; n < 5; n++) {
      const tab = n % 2 ? one : two
      // Some milliseconds in Firefox and WebKit; before that the shop itself would count from an older basket.
      if (n > 0) await expectShown(tab, `a:${n}`)
      await add(tab)
    }
    await looked(one, 5)
    await Promise.all([one, two].map(quiet))
    expect(mock.events.map(({ action }) => action)).not.toContain('remove')
    expect(mock.events.reduce((sum, { data }) => sum + Number(data.quantity), 0)).toBe(5)
  })

  test('counts a change whose page is left in the same task, though another tab hears of it', async () => {
    const [leaving, staying] = [await stage.open(query), await stage.open(query)]
    await looked(staying)
    await leaving.click('button', 'Add and leave')
    await expect.poll(changes).toEqual(['add a 1'])
    await quiet(staying)
    expect(changes()).toEqual(['add a 1'])
  })
})

test('a change whose page is left in the same task, for one that does not track, arrives at once', async () => {
  const page = await stage.open({ scene: 'shared basket' })
  await looked(page)
  await page.click('button', 'Add and leave')
  await expect.poll(changes).toEqual(['add a 1'])
  await page.waitForFunction(() => location.pathname === '/elsewhere')
})
