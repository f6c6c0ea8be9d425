import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { projects } from './fresh/projects.js'

// `ometria-react/testing` as shops have it: packed, installed into fresh projects, one for each test runner with the settings
// that docs/testing.md names. Each runs a component's test, and checks which matchers' types fit. Takes some minutes.
//
//   node scripts/fresh-projects.js [names of projects]

const folder = mkdtempSync(join(tmpdir(), 'fresh-'))
const only = process.argv.slice(2)

/** @param {string} command @param {string[]} args @param {string} cwd */
function run(command, args, cwd) {
  return execFileSync(command, args, { cwd, stdio: ['ignore', 'pipe', 'inherit'], encoding: 'utf8' })
}

/** @param {string} name */
function pack(name) {
  const args = ['-y', 'pnpm@10.34.9', 'pack', '--json', '--pack-destination', folder]
  const answer = run('npx', args, join('packages', name))
  return JSON.parse(answer.slice(answer.indexOf('{'))).filename
}

try {
  const tarballs = ['headless', 'react'].map(pack)
  for (const { name, packages, files, command } of projects) {
    if (only.length > 0 && !only.includes(name)) continue
    const cwd = join(folder, name)
    mkdirSync(cwd)
    for (const [file, text] of Object.entries(files)) writeFileSync(join(cwd, file), text)
    run('npm', ['install', '--no-audit', '--no-fund', '--loglevel', 'error', ...tarballs, ...packages], cwd)
    run('npx', ['tsc', '--noEmit'], cwd)
    if (command) run('npx', command, cwd)
    console.log(`${name}: ${command ? 'the test passes, ' : ''}the types fit`)
  }
} finally {
  rmSync(folder, { recursive: true })
}
