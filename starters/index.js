import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pack } from './pack.js'
import { starters } from './starters.js'
import { table } from './table.js'
import { tryStarter } from './try-starter.js'

// Each starter as a stranger would set it up: generated, our packages installed, the page of docs/start copied in and nothing
// else, built, served and visited in Chromium. Then what the mock has received is read.
//
//   pnpm starters [names]

const asked = process.argv.slice(2)
const names = asked.length > 0 ? asked : Object.keys(starters)
const unknown = names.filter(name => !(name in starters))
if (unknown.length > 0) {
  console.error(`There is no starter ${unknown.join(', ')}. There are ${Object.keys(starters).join(', ')}.`)
  process.exit(1)
}

const packed = mkdtempSync(join(tmpdir(), 'packed-'))
const results = []
try {
  const tarballs = pack(packed)
  for (const [name, starter] of Object.entries(starters)) {
    if (!names.includes(name)) continue
    const result = await tryStarter(name, starter, tarballs)
    results.push(result)
    console.log(`${name}: ${result.failure ? `FAILED\n${result.failure}` : 'passed'}`)
  }
} finally {
  rmSync(packed, { recursive: true })
}

const failed = results.filter(({ failure }) => failure !== undefined).length
// scripts/count.js adds these to the tests.
writeFileSync(
  'starters-results.json',
  JSON.stringify({ passed: results.length - failed, failed, results }, null, 2),
)
console.log(`\n${table(results)}`)
process.exitCode = failed > 0 ? 1 : 0
