import { describe, expect, inject } from 'vitest'
import { chaos } from '../test/chaos.js'
import { test } from '../test/shop.js'

const hits = Number(process.env.HITS ?? 10_000)
const seed = Number(process.env.SEED ?? Date.now() % 1_000_000)

describe.each(inject('stores'))('on $name', ({ name: store, url }) => {
  test(`${hits} hits through two relays and three workers, killed at random, seed ${seed}`, async ({
    shopOn,
  }) => {
    const shop = await shopOn(url)
    const started = Date.now()
    const settings = { url, seed, hits, killEveryMs: 2_000, kills: 20, timeoutMs: 20 * 60_000 }
    const { lost, twice, workersKilledAt } = await chaos(shop, settings)
    const seconds = Math.round((Date.now() - started) / 1000)
    console.log(
      `${store}: ${hits} hits in ${seconds} s, ${shop.upstream.received.length} attempts, ${workersKilledAt.length} workers ` +
        `and ${settings.kills - workersKilledAt.length} relays killed; ${lost.length} lost, ${twice.length} sent twice, ` +
        `each within ${Math.max(0, ...twice.map(({ times }) => killAfter(times[0] ?? 0, workersKilledAt)))} ms before a kill`,
    )
    expect(lost).toEqual([])
    // A worker that is killed between Ometria's answer and its own note can't say so: at most its ten hits.
    expect(twice.length).toBeLessThanOrEqual(workersKilledAt.length * 10)
    for (const { times } of twice) expect(killAfter(times[0] ?? 0, workersKilledAt)).toBeLessThan(5_000)
  })
})

/** How long after a delivery the next worker was killed, in ms. */
const killAfter = (delivered: number, killedAt: number[]) =>
  Math.min(...killedAt.map(at => at - delivered).filter(ms => ms >= 0))
