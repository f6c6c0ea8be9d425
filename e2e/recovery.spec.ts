import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { added, placed } from './events.js'
import { knowsOutage, setStage, track } from './stage.js'

const stage = setStage()
const { mock } = stage

/** `RECOVERY=full`, or `pnpm recovery`, plays the long outages, and each more often. */
const isFull = process.env.RECOVERY === 'full'
const ways = [
  ['directly', () => stage.endpoint],
  ['through the relay', () => stage.relay],
] as const

/** The server answers 500 for so long. Gives back when the last of the events arrived, in ms after they were tracked. */
async function recover(endpoint: string, outageMs: number, count: number, tabs = 1) {
  const visitor = await stage.visitor()
  const pages = await Promise.all(Array.from({ length: tabs }, () => stage.open({ endpoint }, visitor)))
  const down = { status: 500, times: Number.POSITIVE_INFINITY }
  mock.faults.push(down)
  const start = Date.now()
  const events = Array.from({ length: count }, (_, n) => placed(`waiting-${n}`))
  const share = Math.ceil(count / tabs)
  await Promise.all(pages.map((page, tab) => track(page, events.slice(tab * share, (tab + 1) * share))))
  await pause(outageMs - (Date.now() - start))
  mock.faults.length = 0
  const questions = mock.attempts.length
  await expect.poll(() => mock.events.length, { timeout: outageMs * 2 + 30_000, interval: 20 }).toBe(count)
  const took = Math.max(...mock.attempts.map(({ at }) => at)) - start
  await visitor.close()
  mock.reset()
  return { took, questions }
}

const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

describe.each(ways)('%s, five orders that wait out an outage', (way, endpoint) => {
  const runs = isFull ? 10 : 3

  test('of 3 s are there within 6 s in the median, and within 10 s at worst', {
    timeout: 300_000,
  }, async () => {
    const times: number[] = []
    for (let run = 0; run < runs; run++) times.push((await recover(endpoint(), 3_000, 5)).took)
    console.log(`${way}: 3 s of outage, last of five after ${times.join(', ')} ms; median ${median(times)}`)
    expect(median(times)).toBeLessThanOrEqual(6_000)
    expect(Math.max(...times)).toBeLessThanOrEqual(10_000)
  })

  test.runIf(isFull)('of 60 s are there within 120 s', { timeout: 1_200_000 }, async () => {
    const times: number[] = []
    for (let run = 0; run < 5; run++) times.push((await recover(endpoint(), 60_000, 5)).took)
    console.log(`${way}: 60 s of outage, last of five after ${times.join(', ')} ms; median ${median(times)}`)
    expect(Math.max(...times)).toBeLessThanOrEqual(120_000)
  })
})

describe.runIf(isFull).each(ways)('%s, however much waits', (way, endpoint) => {
  test.each([
    [5, 1],
    [100, 1],
    [1_000, 1],
    [5, 4],
    [100, 4],
    [1_000, 4],
  ])(
    '%i orders in %i tabs are there within twice an outage of 12 s, and three seconds for each hundred',
    { timeout: 300_000 },
    async (count, tabs) => {
      const { took, questions } = await recover(endpoint(), 12_000, count, tabs)
      console.log(
        `${way}: ${count} orders, ${tabs} tabs, 12 s of outage: ${questions} questions, last after ${took} ms`,
      )
      expect(took).toBeLessThanOrEqual(24_000 + count * 30)
      expect(questions).toBeLessThanOrEqual(12 * tabs)
    },
  )
})

test.each(ways)(
  '%s, a page that opens with 200 waiting events asks a server that is down ten times at most in ten seconds',
  { timeout: 60_000 },
  async (_, endpoint) => {
    const visitor = await stage.visitor()
    const first = await stage.open({ endpoint: endpoint() }, visitor)
    mock.faults.push({ status: 503, times: Number.POSITIVE_INFINITY })
    await track(
      first,
      Array.from({ length: 200 }, (_, n) => added(`waiting-${n}`)),
    )
    await knowsOutage(first)
    await first.close()
    const before = mock.attempts.length
    await stage.open({ endpoint: endpoint() }, visitor)
    await pause(10_000)
    const asked = mock.attempts.length - before
    console.log(`200 waiting, 503: ${asked} requests in the first 10 s`)
    expect(asked).toBeLessThanOrEqual(10)
  },
)
