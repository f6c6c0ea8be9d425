import { setTimeout as pause } from 'node:timers/promises'
import type { TrackEvent } from 'ometria-headless'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { needs } from './engine.js'
import { type Tab, until } from './engines/tab.js'
import { added, expectAllOnce, expectOneIdEach, mix, placed, tally } from './events.js'
import { slowToConnect } from './socks.js'
import { failing, setStage, track } from './stage.js'

const stage = setStage()
const { mock } = stage

/** Runs in the page and takes it away, with the answer to the spec. */
async function takeAway(page: Tab, leave: (events: TrackEvent[]) => void, events = mix()) {
  await page.evaluate(leave, events).catch(() => undefined)
}

function trackAndReload(events: TrackEvent[]) {
  window.tracker.track(...events)
  location.reload()
}

function trackAndClose(events: TrackEvent[]) {
  window.tracker.track(...events)
  window.close()
}

// Where there is no tracker, so that nobody but the page that is left can send anything.
const ways: Record<string, (events: TrackEvent[]) => void> = {
  'by a link': events => {
    const link = Object.assign(document.createElement('a'), { href: '/elsewhere' })
    link.addEventListener('click', () => window.tracker.track(...events))
    document.body.append(link)
    link.click()
  },
  'by location.href': events => {
    window.tracker.track(...events)
    location.href = '/elsewhere'
  },
  'by submitting a form': events => {
    const form = Object.assign(document.createElement('form'), { action: '/elsewhere' })
    form.addEventListener('submit', () => window.tracker.track(...events))
    document.body.append(form)
    form.requestSubmit()
  },
  'by going back': events => {
    window.tracker.track(...events)
    history.back()
  },
}

describe('leaving in the task that tracks', () => {
  test.each(Object.entries(ways))('%s: all delivered, once', async (_, leave) => {
    const page = await stage.open()
    await takeAway(page, leave)
    await expectAllOnce(mock, mix())
  })

  test('for another page of the shop, the server answering in time: all delivered, once', async () => {
    const page = await stage.open()
    await page.evaluate(order => window.tracker.client.track(order), placed('in time'))
    await takeAway(page, trackAndReload, [added('last')])
    await expectAllOnce(mock, [placed('in time'), added('last')])
  })
})

describe('on a cold connection of 300 ms', () => {
  let proxy: Awaited<ReturnType<typeof slowToConnect>>
  beforeAll(async () => {
    proxy = await slowToConnect(300, Number(new URL(stage.endpoint).port))
  })
  afterAll(() => proxy.close())
  beforeEach(context => needs(context, 'use a proxy'))

  // A name that only the proxy knows: the page itself comes from this machine, which is never proxied.
  const open = async () =>
    stage.open({ endpoint: 'http://ometria.test/api/track' }, await stage.visitor({ socksPort: proxy.port }))

  test.each(Object.entries(ways))('leaving %s: all delivered', async (_, leave) => {
    await takeAway(await open(), leave)
    await expectAllOnce(mock, mix())
  })

  test('closing the tab: all delivered', async () => {
    const tab = await (await open()).openCopy()
    await tab.waitForFunction(() => window.tracker)
    await takeAway(tab, trackAndClose)
    await expectAllOnce(mock, mix())
  })
})

describe('a tab closed or dead', () => {
  test('closed right after tracking, and the shop opened again: all delivered', async () => {
    const tab = await (await stage.open()).openCopy()
    await tab.waitForFunction(() => window.tracker)
    await takeAway(tab, trackAndClose)
    await stage.open()
    await expect.poll(() => tally(mock, mix()).lost).toEqual([])
    expectOneIdEach(mock)
  })

  test('closed while the server is down, opened when it is back: all delivered, once', async () => {
    const comeUp = await stage.goDown()
    const page = await stage.open()
    await track(page, mix())
    await page.close()
    await pause(1_000) // down for longer than the dead page's last requests try to connect
    await comeUp()
    await stage.open()
    await expectAllOnce(mock, mix())
  })

  test('closed while offline, opened online: all delivered, once', async context => {
    needs(context, 'go offline')
    const visitor = await stage.visitor()
    // The offline that DevTools play ends as they let go of the page, shortly before its own end, and what keepalive
    // carries on would get out: so the page hears nothing of it, and is closed between two attempts.
    await visitor.addInitScript(() => {
      addEventListener('online', event => event.stopImmediatePropagation())
      Math.random = () => 1
    })
    const page = await stage.open({}, visitor)
    await visitor.setOffline(true)
    await track(page, mix())
    await failing(page)
    await page.close()
    await visitor.setOffline(false)
    await stage.open({}, visitor)
    await expectAllOnce(mock, mix())
  })

  test('crashed right after tracking, opened again: all delivered', async context => {
    needs(context, 'crash')
    const visitor = await stage.visitor()
    const comeUp = await stage.goDown()
    const page = await stage.open({}, visitor)
    await track(page, mix())
    await page.crash()
    await comeUp()
    await stage.open({}, visitor)
    await expectAllOnce(mock, mix())
  })

  test('reloaded while the first attempt is in flight on a slow server: the order arrives, every copy under one id', async () => {
    const page = await stage.open()
    mock.faults.push({ delay: 1_500 })
    await track(page, [placed('slow')])
    await expect.poll(() => mock.attempts.length).toBe(1)
    await page.reload()
    const flushed = () => window.tracker.client.flush().then(() => true)
    await until('all is tried', () => page.evaluate(flushed))
    expect(tally(mock, [placed('slow')]).lost).toEqual([])
    expectOneIdEach(mock)
  })

  test('left while a basket event is in flight on a server that was there a moment ago: it is taken as sent', async () => {
    const page = await stage.open()
    await page.evaluate(event => window.tracker.client.track(event), added('first'))
    mock.faults.push({ delay: 1_500 })
    await track(page, [added('slow')])
    await expect.poll(() => mock.attempts.length).toBe(2)
    await page.reload()
    await page.evaluate(event => window.tracker.client.track(event), added('next'))
    await expectAllOnce(mock, [added('first'), added('slow'), added('next')])
  })

  test('left with events waiting, and come back to: all delivered, once', async () => {
    const page = await stage.open()
    const comeUp = await stage.goDown()
    await track(page, mix())
    await failing(page)
    await page.goto(new URL('/elsewhere', await page.url()).href)
    await comeUp()
    await page.goBack()
    await expectAllOnce(mock, mix())
  })
})
