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

/** What one order takes when the server is back, in ms: they go out one after the other, on a machine that may be busy. */
const drainMs = 20

/** One visitor of the shop: so many orders wait, tracked in so many tabs. */
interface Waiting {
  count: number
  tabs: number
}

const fiveOrders: Waiting = { count: 5, tabs: 1 }

/**
 * The server answers 500 for so long, while the orders of these visitors wait. Gives back for each visitor when the last order
 * arrived, in ms after the outage began, and how often the server was asked before it was over.
 */
async function recover(endpoint: string, outageMs: number, visitors: Waiting[]) {
  const waiting = await Promise.all(visitors.map((visitor, n) => open(endpoint, `visitor-${n}`, visitor)))
  const total = visitors.reduce((sum, { count }) => sum + count, 0)
  mock.faults.push({ status: 500, times: Number.POSITIVE_INFINITY })
  const start = Date.now()
  await Promise.all(waiting.map(each => each.track()))
  await pause(outageMs - (Date.now() - start))
  mock.faults.length = 0
  const end = Date.now()
  const timeout = 2 * outageMs + total * drainMs + 30_000
  await expect.poll(() => mock.events.length, { timeout, interval: 20 }).toBe(total)
  const seen = waiting.map(({ name }) => {
    const times = mock.attempts.filter(({ body }) => isOf(name, body)).map(({ at }) => at)
    return { took: Math.max(...times) - start, questions: times.filter(at => at < end).length }
  })
  await Promise.all(waiting.map(each => each.close()))
  mock.reset()
  return seen
}

/** Opens the tabs of a visitor. `name` keeps these orders apart from the orders of others. */
async function open(endpoint: string, name: string, { count, tabs }: Waiting) {
  const visitor = await stage.visitor()
  const pages = await Promise.all(Array.from({ length: tabs }, () => stage.open({ endpoint }, visitor)))
  const events = Array.from({ length: count }, (_, n) => placed(`${name}-${n}`))
  const share = Math.ceil(count / tabs)
  return {
    name,
    track: () =>
      Promise.all(pages.map((page, tab) => track(page, events.slice(tab * share, (tab + 1) * share)))),
    close: () => visitor.close(),
  }
}

const isOf = (name: string, body: unknown) => String(Object(body).data?.order_id).startsWith(`${name}-`)

const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

describe.each(ways)('%s, five orders that wait out an outage', (way, endpoint) => {
  const runs = isFull ? 10 : 3

  test('of 3 s are there within 6 s in the median, and within 10 s at worst', {
    timeout: 300_000,
  }, async () => {
    const times: number[] = []
    for (let run = 0; run < runs; run++) {
      for (const { took } of await recover(endpoint(), 3_000, [fiveOrders])) times.push(took)
    }
    console.log(`${way}: 3 s of outage, last of five after ${times.join(', ')} ms; median ${median(times)}`)
    expect(median(times)).toBeLessThanOrEqual(6_000)
    expect(Math.max(...times)).toBeLessThanOrEqual(10_000)
  })

  test.runIf(isFull)('of 60 s are there within 120 s, for five visitors', { timeout: 300_000 }, async () => {
    const times = (await recover(endpoint(), 60_000, Array(5).fill(fiveOrders))).map(({ took }) => took)
    console.log(`${way}: 60 s of outage, last of five after ${times.join(', ')} ms; median ${median(times)}`)
    expect(Math.max(...times)).toBeLessThanOrEqual(120_000)
  })
})

describe.runIf(isFull).each(ways)('%s, however much waits', (way, endpoint) => {
  const amounts = [5, 100, 1_000].flatMap(count => [1, 4].map(tabs => ({ count, tabs })))
  /** Seconds, and how often one tab asks in so long at most: each time after a third of the outage. */
  const short = [
    [3, 7],
    [12, 12],
  ] as const
  const long = [60, 17] as const

  async function expectSoon([seconds, mostQuestions]: readonly [number, number], visitors: Waiting[]) {
    const seen = await recover(endpoint(), seconds * 1_000, visitors)
    for (const [n, { took, questions }] of seen.entries()) {
      const { count, tabs } = visitors[n] ?? fiveOrders
      console.log(
        `${way}: ${count} orders, ${tabs} tabs, ${seconds} s of outage: ${questions} questions, last after ${took} ms`,
      )
      expect.soft(took).toBeLessThanOrEqual(2 * seconds * 1_000 + count * drainMs)
      expect.soft(questions).toBeLessThanOrEqual(mostQuestions * tabs)
    }
  }

  describe.each(short)('after %i s', (...outage) => {
    test.each(amounts)(
      '$count orders in $tabs tabs are there within twice the outage, and the time that they take',
      { timeout: 300_000 },
      amount => expectSoon(outage, [amount]),
    )
  })

  // So long an outage is waited out once: each amount waits with a visitor of its own.
  test(
    `orders of six visitors are there within twice an outage of ${long[0]} s, and the time that they take`,
    { timeout: 300_000 },
    () => expectSoon(long, amounts),
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
