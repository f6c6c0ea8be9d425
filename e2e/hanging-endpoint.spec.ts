import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import { added, placed } from './events.js'
import { setStage, track } from './stage.js'

let hanging = 0
const ends: (() => void)[] = []

/** The shop's own host: an endpoint that never answers, and a route of the shop that does. */
const stage = setStage({
  '/api/hanging': (_, response) => {
    hanging++
    ends.push(() => response.destroy())
  },
  '/api/stock': (_, response) => response.end('7'),
})
afterAll(() => {
  for (const end of ends) end()
})

/** How long the shop's own request takes, in ms. */
const askShop = () => {
  const start = performance.now()
  return fetch('/api/stock')
    .then(response => response.text())
    .then(() => performance.now() - start)
}

test('an endpoint on the shop’s own host that hangs keeps none of the shop’s requests waiting', {
  timeout: 120_000,
}, async () => {
  const visitor = await stage.visitor()
  const settings = { endpoint: '/api/hanging', timeout: '700' }
  const waits: number[] = []
  // Three page loads, and many attempts that are given up, on HTTP/1.1: six connections to a host.
  for (let visit = 0; visit < 3; visit++) {
    const page = await stage.open(settings, visitor)
    await track(page, [placed(`${visit}`), ...Array.from({ length: 5 }, (_, n) => added(`${visit}-${n}`))])
    for (let look = 0; look < 8; look++) {
      await pause(500)
      await page.evaluate(() => dispatchEvent(new Event('online')))
      waits.push(await page.evaluate(askShop))
    }
    await page.close()
  }
  console.log(`given up: ${hanging}; the shop’s own fetch took ${Math.max(...waits).toFixed(0)} ms at most`)
  expect(hanging).toBeGreaterThan(8)
  expect(Math.max(...waits)).toBeLessThan(100)
})
