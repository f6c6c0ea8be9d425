import { installEngines } from './install-engines.js'
import { runtimes } from './runtimes.js'
import { startUpstream } from './upstream.js'

// `pnpm runtimes`: the contract of the relay and of the server client in every runtime, one after the other.
if (!process.argv.includes('--installed')) installEngines()

const upstream = await startUpstream()
const rows = []
const failures = []
for (const runtime of runtimes) {
  const started = performance.now()
  const results = await runtime.play(upstream.url).catch(error => [{ name: 'starts', error: String(error) }])
  const failed = results.filter(({ error }) => error)
  failures.push(...failed.map(({ name, error }) => `${runtime.name}: ${name}\n  ${error}`))
  rows.push({
    runtime: runtime.name,
    version: await runtime.version().catch(() => '?'),
    passed: results.length - failed.length,
    failed: failed.length,
    seconds: Number(((performance.now() - started) / 1000).toFixed(1)),
  })
}
await upstream.close()
console.table(rows)
for (const failure of failures) console.error(failure)
process.exit(failures.length ? 1 : 0)
