import { expect, test } from 'vitest'
import { expectAllOnce, mix, placed } from './events.js'
import { failing, setStage, track } from './stage.js'

const stage = setStage()
const { mock } = stage

function fillUp() {
  localStorage.clear()
  for (let size = 4_000_000; size > 0; size = Math.floor(size / 2)) {
    for (let i = 0; ; i++) {
      try {
        localStorage.setItem(`shop-${size}-${i}`, 'x'.repeat(size))
      } catch {
        break
      }
    }
  }
}

const harm: Record<string, () => void> = {
  'that throws at every write': () => {
    Storage.prototype.setItem = () => {
      throw new DOMException('It broke.', 'UnknownError')
    }
  },
  'that is full': fillUp,
  'that is denied': () => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('Access is denied for this document.', 'SecurityError')
      },
    })
  },
}

test.each(Object.entries(harm))(
  'storage %s: delivered from memory, reported once, the page unharmed',
  async (_, spoil) => {
    const visitor = await stage.visitor()
    await visitor.addInitScript(spoil)
    const page = await stage.open({}, visitor)
    mock.faults.push({ status: 500 })
    await track(page, mix())
    await expectAllOnce(mock, mix())
    expect(await page.evaluate(() => window.tracker.errors)).toEqual(['storage'])
    expect(await page.evaluate(() => window.tracker.uncaught)).toEqual([])
  },
)

test('storage that is full and has room again: what waits in memory is stored', async () => {
  const page = await stage.open()
  await page.evaluate(fillUp)
  const comeUp = await stage.goDown()
  await track(page, [placed('saved')])
  await page.evaluate(() => {
    for (const key of Object.keys(localStorage)) if (key.startsWith('shop-')) localStorage.removeItem(key)
    return window.tracker.client.flush()
  })
  await page.close()
  await comeUp()
  await stage.open()
  await expectAllOnce(mock, [placed('saved')])
})

test('storage that holds garbage under our keys: left alone, reported once, in nobody’s way', async () => {
  const page = await stage.open()
  await page.evaluate(endpoint => {
    const garbage = [
      '',
      '{',
      'null',
      '[]',
      '{"v":1}',
      '{"v":0,"at":1,"hit":{}}',
      '{"v":2,"at":1,"hit":{"new":true}}',
      '{"v":1,"at":1,"hit":{"scope":"order"',
    ]
    for (const [i, value] of garbage.entries()) localStorage.setItem(`ometria|event|${endpoint}|${i}`, value)
    localStorage.setItem(`ometria|event|${endpoint}|order-add-a-0`, 'garbage where an order goes')
    localStorage.setItem(`ometria|hold|${endpoint}`, 'garbage where a wait goes')
  }, stage.endpoint)
  await page.reload()
  await track(page, mix())
  await expectAllOnce(mock, mix())
  expect(await page.evaluate(() => window.tracker.errors)).toEqual(['storage'])
  expect(await page.evaluate(() => window.tracker.uncaught)).toEqual([])
})

const ordersIn = (events: { scope: string; data?: unknown }[]) =>
  events.filter(({ scope }) => scope === 'order').map(({ data }) => Object(data).order_id)

const day = 24 * 60 * 60 * 1000

test.each([
  ['forward', day],
  ['back', -day],
])('a clock set %s by a day while events wait: nothing stuck, nothing lost', async (_, shift) => {
  const visitor = await stage.visitor()
  await visitor.addInitScript(() => {
    const now = Date.now
    Date.now = () => now() + Number(sessionStorage.getItem('shift'))
  })
  const page = await stage.open({}, visitor)
  mock.faults.push({ status: 503, retryAfter: 1 })
  await track(page, mix('before'))
  await expect.poll(() => mock.attempts.length).toBe(1)
  await page.evaluate(shift => sessionStorage.setItem('shift', String(shift)), shift)
  await track(page, mix('after'))
  await expectAllOnce(mock, [...mix('before'), ...mix('after')])
  expect(ordersIn(mock.events)).toEqual(ordersIn([...mix('before'), ...mix('after')]))

  // And over a page load.
  mock.reset()
  const comeUp = await stage.goDown()
  await track(page, mix('earlier'))
  await page.evaluate(shift => sessionStorage.setItem('shift', String(2 * shift)), shift)
  await track(page, mix('later'))
  await failing(page)
  // Nothing of ours is open as the server comes back: what a page is just asking would be cut off with it, and sent again.
  const shop = await page.url()
  await page.goto(new URL('/elsewhere', shop).href)
  await comeUp()
  await page.goto(shop)
  await expectAllOnce(mock, [...mix('earlier'), ...mix('later')])
  expect(ordersIn(mock.events)).toEqual(ordersIn([...mix('earlier'), ...mix('later')]))
})

test('a sandboxed frame, with no storage, no cookies and no locks: delivered all the same', async () => {
  const visitor = await stage.visitor()
  const page = await visitor.newTab()
  await page.goto(new URL('/elsewhere', stage.url()).href)
  await page.evaluate(src => {
    const frame = Object.assign(document.createElement('iframe'), { src })
    frame.sandbox.add('allow-scripts')
    document.body.replaceChildren(frame)
  }, stage.url())
  const frame = await page.frame()
  await frame.waitForFunction(() => 'tracker' in window)
  mock.faults.push({ status: 500 })
  await frame.evaluate(events => window.tracker.track(...events), mix())
  await expectAllOnce(mock, mix())
  expect(await frame.evaluate(() => window.tracker.uncaught)).toEqual([])
})
