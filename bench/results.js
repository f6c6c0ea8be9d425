import { readFileSync } from 'node:fs'
import { cpus, release, type } from 'node:os'
import { budgetTable } from './budgets.js'
import { contenders, unversioned } from './contenders.js'
import { dimensionsOf } from './dimensions.js'
import { queueTable } from './queue/table.js'
import { kB, ms, table, times } from './table.js'

/**
 * @param {import('./measure.js').Measured} measured
 * @param {Date} date
 */
export const results = (measured, date) => `# What it costs

Measured by \`pnpm bench\` in one run, which wrote this file.

## Budgets

${budgetTable(measured)}

Bytes are as Vite 8 and its minifier leave them. swc, which Next.js has, leaves less, and esbuild half a kilobyte more:
[each entry alone](#each-entry-alone).

What the times over their budgets are spent on: [docs/decisions/over-budget.md](../docs/decisions/over-budget.md).

## Beside what a shop would use instead

![Bytes and times of each contender](chart.svg)

${comparison(measured)}

In brackets: beside a bare \`fetch\`, turn by turn. A dash: nothing to measure.

${behind(measured)}

## Each entry alone

${entries(measured)}

Minified / gzip -9 / brotli, in units of 1,000 bytes, without react, react-dom and @tanstack/react-query.

## The relay

${relay(measured)}

Of bodies of 512 KiB, what each takes of the relay's CPU: ${relayBodies(measured)}.

## The queue

${queueTable(measured.queue)}

## How it was measured

${machine(measured, date)}

- **Bytes**: one bundle of what tracks an order, minified by oxc, as in Vite 8, for everybody. React and TanStack Query are left out.
- **At load**: the script is put into a page that has come to rest. Times are by the CPU clock of the page's main thread and
  so leave out waiting; medians of seven rounds in turns. The scripts of \`ometria-react\` and of \`useMutation\` bring React
  and TanStack Query along, which is most of their time.
- **One order**: Ometria's example of two lines. All pages are open at once and take turns, nine rounds of six single orders
  and three bursts of ten, with no debugger attached, which would make each request dearer. *The call* is for how long it held the caller. *Main thread until delivered* is everything that
  the thread did until then, less what it does when nothing is tracked. Where a call only notes that something is to be done
  (\`mutate\`, Amplitude), its work shows in the second alone; \`track()\` has stored the order when it returns. PostHog, Snowplow and Amplitude send
  ten orders in a row as one request; Ometria's API takes one event a request.
- **What waited**: tracked while offline, sent by the next page. Ours is sent one request after the other, alone on the
  machine, medians of three rounds; the same as bare fetches, each awaited, is in the column of \`fetch\`. The SDKs drain at
  the same time, once, and some send many events in a request or several requests at a time, so that their time per event is
  only an order of magnitude. An event that had not arrived after 15 s counts as lost.
- **Outages**: twenty visitors side by side, five orders each, tracked as the outage began.
- **Renders**: a page of 500 components, one of which tracks an order every 100 ms.
- **Heap**: after garbage collection, after 100 and after up to 10,000 orders, tracked by the hundred as they arrive; as many
  as could be delivered in 45 s: ${measured.heaps.map(({ id, delivered }) => `${id} ${delivered}`).join(', ')}.
  TanStack Query keeps a mutation for five minutes, which is the growth of \`ometria-react\` and of \`useMutation\`.
- **Queue**: Redis with \`appendfsync always\`, and the Postgres of the tests. Orders of two lines; ours through the relay's own function, in
  process. A worker sends ten at a time, BullMQ's with the same \`fetch\`. Medians of seven rounds of 1,000 in turns.
- **Relay**: relay, the other relay and upstream each in a process of its own on Node's HTTP server, 50 connections, medians
  of seven rounds in turns; memory with 10,000 requests that the upstream does not answer.

The contenders as they were set up:

${contenders.map(({ name, settings }) => `- ${name}: ${settings}.`).join('\n')}
`

/** @param {import('./measure.js').Measured} measured */
function comparison(measured) {
  const rows = dimensionsOf(measured).map(({ name, of, format = String, besideFetch }) => {
    return [
      name,
      ...contenders.map(({ id }) => {
        const value = of(id)
        if (value === undefined) return '–'
        return besideFetch && id !== 'fetch' ? `${format(value)} (${times(besideFetch(id))})` : format(value)
      }),
    ]
  })
  return table(['', ...contenders.map(({ name }) => unversioned(name))], rows)
}

/**
 * Where an SDK has less of something than we have.
 *
 * @param {import('./measure.js').Measured} measured
 */
function behind(measured) {
  const lines = dimensionsOf(measured).flatMap(({ name, of, format = String }) => {
    const ours = of('ometria-headless')
    if (ours === undefined) return []
    const named = contenders.flatMap(({ id, name, kind }) => {
      const theirs = of(id) ?? ours
      const ahead = kind === 'SDK' && theirs < ours && format(theirs) !== format(ours)
      return ahead ? [`${name} (${format(theirs)})`] : []
    })
    return named.length ? [`- ${name} (ours: ${format(ours)}): ${named.join(', ')}`] : []
  })
  return lines.length
    ? `An SDK is ahead of \`ometria-headless\` here:\n\n${lines.join('\n')}`
    : 'No SDK is ahead anywhere.'
}

/** @param {import('./measure.js').Measured} measured */
function entries({ sizes }) {
  const minifiers = [...new Set(sizes.entries.map(({ minifier }) => minifier))]
  const names = [...new Set(sizes.entries.map(({ name }) => name))]
  return table(
    ['', ...minifiers],
    names.map(name => [
      name,
      ...sizes.entries
        .filter(entry => entry.name === name)
        .map(({ minified, gzip, brotli }) =>
          [minified, gzip, brotli].map(kB).join(' / ').replaceAll(' kB', ''),
        ),
    ]),
  )
}

/** @param {import('./measure.js').Measured} measured */
function relay({ relay: { speed, memory } }) {
  /**
   * @param {string} name
   * @param {number} ours
   * @param {number} blind
   * @param {(value: number) => string} format
   */
  const row = (name, ours, blind, format) => [name, format(ours), format(blind), times(ours / blind)]
  const { ours, blind } = speed
  return table(
    ['', '`createOmetriaRelay`', 'forwards without looking', ''],
    [
      [
        'requests a second',
        String(Math.round(ours.perSecond)),
        String(Math.round(blind.perSecond)),
        times(speed.throughput),
      ],
      row('99th percentile', ours.p99, blind.p99, ms),
      row('CPU a request', ours.cpu, blind.cpu, ms),
      row('heap a request, 10,000 in flight', memory.ours.used, memory.blind.used, kB),
      row('resident memory a request, 10,000 in flight', memory.ours.rss, memory.blind.rss, kB),
    ],
  )
}

/** @param {import('./measure.js').Measured} measured */
const relayBodies = ({ relayBodies }) => relayBodies.map(body => `${body.name} ${ms(body.ms)}`).join(', ')

/**
 * @param {import('./measure.js').Measured} measured
 * @param {Date} date
 */
function machine({ chromium, busy }, date) {
  const [cpu] = cpus()
  const version = (/** @type {string} */ name) =>
    JSON.parse(readFileSync(`${import.meta.dirname}/node_modules/${name}/package.json`, 'utf8')).version
  const packages = [
    'ometria-headless',
    'ometria-react',
    'react',
    '@tanstack/react-query',
    'esbuild',
    'rolldown',
  ]
  return `On ${date.toISOString().slice(0, 10)}: ${type()} ${release()}, ${cpus().length} × ${cpu?.model.trim()}, with a load of ${busy.toFixed(1)} from
elsewhere when it began; Node ${process.version}, Chromium ${chromium}; ${packages.map(name => `${name} ${version(name)}`).join(', ')}.`
}
