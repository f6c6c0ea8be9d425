import { readFileSync } from 'node:fs'
import { describe, expect, inject } from 'vitest'
import { kill, run } from '../test/processes.js'
import { test, view } from '../test/shop.js'
import { until } from '../test/until.js'

const hits = Number(process.env.MEMORY_HITS ?? 100_000)

describe.each(inject('stores'))('on $name', ({ name: store, url }) => {
  test(`a worker's memory is flat over ${hits} hits`, async ({ shopOn }) => {
    const { name, queue, upstream } = await shopOn(url)
    const { child } = await run('worker-process', url, name, upstream.url)
    /** In MB, after each tenth of the hits. */
    const samples: number[] = []
    let next = 0
    await Promise.all(
      Array.from({ length: 50 }, async () => {
        for (let nth = next++; nth < hits; nth = next++) {
          await until(() => nth - upstream.received.length < 1_000)
          await queue.add(view(nth))
          if (nth % (hits / 10) === 0) samples.push(memoryOf(child.pid))
        }
      }),
    )
    await until(() => upstream.received.length >= hits, 10 * 60_000)
    samples.push(memoryOf(child.pid))
    await kill(child)
    console.log(`${store}: ${samples.join(', ')} MB`)
    // The first tenth fills what is filled once: code that was made fast, connections, buffers.
    const [, ...later] = samples
    const half = later.length / 2
    const mean = (of: number[]) => of.reduce((sum, each) => sum + each, 0) / of.length
    expect(mean(later.slice(half)) - mean(later.slice(0, half))).toBeLessThan(25)
  })
})

/** What a process holds in memory, in MB, as Linux knows it. */
function memoryOf(pid: number | undefined): number {
  const [, kB] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
  return Math.round(Number(kB) / 1_000)
}
