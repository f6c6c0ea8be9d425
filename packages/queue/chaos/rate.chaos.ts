import { describe, expect, inject } from 'vitest'
import { kill, run } from '../test/processes.js'
import { test, view } from '../test/shop.js'
import { until } from '../test/until.js'

describe.each(inject('stores'))('on $name', ({ name: store, url }) => {
  test("the account's rate holds over three worker processes to within 5 %", async ({ shopOn }) => {
    const { name, queue, upstream } = await shopOn(url)
    const hits = 1_000
    for (let nth = 0; nth < hits; nth++) await queue.add(view(nth))
    const options = JSON.stringify({ rate: { max: 50, perMs: 1_000 } })
    const workers = await Promise.all(
      [0, 1, 2].map(() => run('worker-process', url, name, upstream.url, options)),
    )
    await until(() => upstream.received.length === hits, 10 * 60_000)
    await Promise.all(workers.map(({ child }) => kill(child)))
    // From the beginning of the second fifty to that of the last.
    const first = upstream.received[50]?.at ?? 0
    const last = upstream.received[hits - 50]?.at ?? 0
    const perSecond = ((hits - 100) * 1_000) / (last - first)
    console.log(`${store}: ${perSecond.toFixed(2)} hits a second, where the account takes 50`)
    expect(perSecond).toBeGreaterThan(47.5)
    expect(perSecond).toBeLessThan(52.5)
  })
})
