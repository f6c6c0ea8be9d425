import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { basename } from 'node:path'
import { missing } from '../e2e/engines/installed.js'

// `pnpm engines`: the end-to-end specs in each engine, and a table of what became of each. Names of specs, or parts of
// names, may follow: `pnpm engines leaving tabs`.

/** @typedef {{ fullName: string, status: string, meta: { cannot?: string } }} Test */

const specs = process.argv.slice(2)
// Where vitest.config.ts has the report written.
const report = 'test-results.json'

/** @param {string} project */
function play(project) {
  const start = Date.now()
  const names = specs.map(spec => `e2e/${spec}`)
  rmSync(report, { force: true })
  spawnSync('pnpm', ['exec', 'vitest', 'run', '--project', project, ...names], {
    stdio: 'inherit',
    env: { ...process.env, ENGINES: 'all' },
  })
  const { testResults } = JSON.parse(readFileSync(report, 'utf8'))
  return { results: outcomes(testResults), seconds: Math.round((Date.now() - start) / 1000) }
}

/**
 * What became of each test, by its name. One that is skipped in every engine belongs to longer runs, and is left out.
 *
 * @param {{ name: string, message: string, assertionResults: Test[] }[]} files
 */
function outcomes(files) {
  /** @type {Map<string, string>} */
  const results = new Map()
  for (const { name, message, assertionResults } of files) {
    const spec = basename(name, '.spec.ts')
    if (assertionResults.length === 0) results.set(`${spec}: all of it`, `**fail**: ${message}`)
    for (const { fullName, status, meta } of assertionResults) {
      const title = `${spec}: ${fullName}`
      if (status === 'passed') results.set(title, 'pass')
      else if (status === 'failed') results.set(title, '**fail**')
      else if (meta.cannot) results.set(title, `can’t: ${meta.cannot}`)
    }
  }
  return results
}

const engines = [
  { name: 'Chromium', project: 'e2e', /** @type {string[]} */ lacks: [] },
  { name: 'Firefox', project: 'firefox', lacks: missing('firefox') },
  { name: 'WebKit', project: 'webkit', lacks: missing('webkit') },
]
const played = engines
  .filter(({ lacks }) => lacks.length === 0)
  .map(({ name, project }) => ({ name, ...play(project) }))

const titles = new Set(played.flatMap(({ results }) => [...results.keys()]))
const cells = (/** @type {string[]} */ row) => console.log(`| ${row.join(' | ')} |`)
cells(['', ...played.map(({ name, seconds }) => `${name}, ${seconds} s`)])
cells(['---', ...played.map(() => '---')])
for (const title of titles) cells([title, ...played.map(({ results }) => results.get(title) ?? '')])
for (const { name, lacks } of engines) {
  if (lacks.length > 0) console.log(`${name} is not installed here: there is no ${lacks.join(', no ')}.`)
}
const hasFailed = played.some(({ results }) => [...results.values()].some(each => each.startsWith('**fail')))
process.exitCode = hasFailed ? 1 : 0
