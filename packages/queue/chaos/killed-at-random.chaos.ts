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
    const { lost, twice, killedOver, killed } = await chaos(shop, settings)
    const seconds = Math.round((Date.now() - started) / 1000)
    console.log(
      `${store}: ${hits} hits in ${seconds} s, ${shop.upstream.received.length} attempts, ${killed.length} workers and ` +
        `${settings.kills - killed.length} relays killed; ${lost.length} lost; ${killedOver.length} sent again since their ` +
        `worker was killed between Ometria's answer and its own note, ${twice.length} for no such reason`,
    )
    expect({ lost, twice }).toEqual({ lost: [], twice: [] })
    // At most the ten that it was sending.
    expect(killedOver.length).toBeLessThanOrEqual(killed.length * 10)
  })
})
